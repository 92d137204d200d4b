using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>Products of complex 2×2 matrices and their slopes, for all rows of parameters side by side.</summary>
/// <remarks>The slope of a matrix U is the s with dO = Re Σ s*·dU; for U = B·A the slope by A is B†s, the one by B is s·A†.</remarks>
internal sealed class UnitaryChain<TVector, TLanes> : IChainAlgebra
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    /// <inheritdoc/>
    public int Entries => UnitaryAlgebra.Entries;

    /// <inheritdoc/>
    public ReadOnlySpan<int> MapEntries => UnitaryAlgebra.MapEntries;

    /// <inheritdoc/>
    public void Evaluate(EntryTable table, AngleTable angles, ref double target) =>
        EntryKernel<TVector, TLanes>.Evaluate(table, angles, ref target);

    /// <inheritdoc/>
    public void AddSlopes(EntryTable table, AngleTable angles, ref double correlations, ref double slopes) =>
        EntryKernel<TVector, TLanes>.AddSlopes(table, angles, ref correlations, ref slopes);

    /// <inheritdoc/>
    public void Multiply(ref double second, ref double first, ref double target, int lanes)
    {
        for (int r = 0; r < 2; r++)
            for (int s = 0; s < 2; s++)
                Sum(ref second, 2 * r, (2 * r) + 1, false, ref first, s, 2 + s, false, ref target, (2 * r) + s, lanes);
    }

    /// <inheritdoc/>
    public void SlopeOfFirst(ref double second, ref double slope, ref double target, int lanes)
    {
        for (int k = 0; k < 2; k++)
            for (int s = 0; s < 2; s++)
                Sum(ref second, k, 2 + k, true, ref slope, s, 2 + s, false, ref target, (2 * k) + s, lanes);
    }

    /// <inheritdoc/>
    public void SlopeOfSecond(ref double slope, ref double first, ref double target, int lanes)
    {
        for (int r = 0; r < 2; r++)
            for (int k = 0; k < 2; k++)
                Sum(ref slope, 2 * r, (2 * r) + 1, false, ref first, 2 * k, (2 * k) + 1, true, ref target, (2 * r) + k, lanes);
    }

    // target[t] = a[a0]·b[b0] + a[a1]·b[b1], either side conjugated if asked.
    private static void Sum(
        ref double a, int a0, int a1, bool conjugateA, ref double b, int b0, int b1, bool conjugateB, ref double target, int t, int lanes)
    {
        for (int lane = 0; lane < lanes; lane += TLanes.Width)
        {
            (TVector ur, TVector ui) = Product(ref a, a0, conjugateA, ref b, b0, conjugateB, lanes, lane);
            (TVector vr, TVector vi) = Product(ref a, a1, conjugateA, ref b, b1, conjugateB, lanes, lane);
            TLanes.Store(TLanes.Add(ur, vr), ref target, (nuint)((2 * t * lanes) + lane));
            TLanes.Store(TLanes.Add(ui, vi), ref target, (nuint)((((2 * t) + 1) * lanes) + lane));
        }
    }

    private static (TVector Real, TVector Imaginary) Product(
        ref double a, int i, bool conjugateA, ref double b, int j, bool conjugateB, int lanes, int lane)
    {
        (TVector ar, TVector ai) = At(ref a, i, conjugateA, lanes, lane);
        (TVector br, TVector bi) = At(ref b, j, conjugateB, lanes, lane);
        return (
            TLanes.Subtract(TLanes.Multiply(ar, br), TLanes.Multiply(ai, bi)),
            TLanes.Add(TLanes.Multiply(ar, bi), TLanes.Multiply(ai, br)));
    }

    private static (TVector Real, TVector Imaginary) At(ref double matrix, int entry, bool conjugate, int lanes, int lane)
    {
        TVector imaginary = TLanes.Load(ref matrix, (nuint)((((2 * entry) + 1) * lanes) + lane));
        TVector real = TLanes.Load(ref matrix, (nuint)((2 * entry * lanes) + lane));
        return (real, conjugate ? TLanes.Subtract(TLanes.Broadcast(0.0), imaginary) : imaginary);
    }
}
