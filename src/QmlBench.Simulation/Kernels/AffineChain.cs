using System.Runtime.CompilerServices;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>Turns angles into coefficients: the factors of a chain multiplied up, the entries of a core evaluated; and back, for gradients.</summary>
/// <remarks>
/// A one-qubit map is held as its rows X, Y, Z of (I, X, Y, Z), twelve entries of <c>lanes</c> doubles, one per row of parameters.
/// </remarks>
internal sealed class AffineChain<TVector, TLanes> : IChainAlgebra
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    /// <inheritdoc/>
    public int Entries => AffineAlgebra.Entries;

    /// <inheritdoc/>
    public ReadOnlySpan<int> MapEntries => AffineAlgebra.MapEntries;

    /// <inheritdoc/>
    public void Evaluate(MapFactor factor, AngleTable angles, ref double target)
    {
        for (int e = 0; e < AffineAlgebra.Entries; e++) EntryKernel<TVector, TLanes>.Evaluate(factor, AffineAlgebra.MapEntries[e], angles, ref Unsafe.Add(ref target, e * angles.Lanes));
    }

    /// <inheritdoc/>
    public void EvaluateEntry(MapFactor factor, int entry, AngleTable angles, ref double target) =>
        EntryKernel<TVector, TLanes>.Evaluate(factor, entry, angles, ref target);

    /// <inheritdoc/>
    public void DifferentiateEntry(MapFactor factor, int entry, AngleTable angles, ref double target) =>
        EntryKernel<TVector, TLanes>.Differentiate(factor, entry, angles, ref target);

    /// <inheritdoc/>
    public void Multiply(ref double second, ref double first, ref double target, int lanes)
    {
        for (int lane = 0; lane < lanes; lane += TLanes.Width)
        {
            for (int i = 0; i < 3; i++)
            {
                TVector a = At(ref second, (4 * i) + 1, lanes, lane), b = At(ref second, (4 * i) + 2, lanes, lane), c = At(ref second, (4 * i) + 3, lanes, lane);
                for (int j = 0; j < 4; j++)
                {
                    TVector sum = Three(a, b, c, At(ref first, j, lanes, lane), At(ref first, 4 + j, lanes, lane), At(ref first, 8 + j, lanes, lane));
                    if (j == 0) sum = TLanes.Add(sum, At(ref second, 4 * i, lanes, lane));
                    TLanes.Store(sum, ref target, (nuint)((((4 * i) + j) * lanes) + lane));
                }
            }
        }
    }

    /// <inheritdoc/>
    public void SlopeOfFirst(ref double second, ref double slope, ref double target, int lanes)
    {
        for (int lane = 0; lane < lanes; lane += TLanes.Width)
        {
            for (int i = 0; i < 3; i++)
            {
                TVector a = At(ref second, 1 + i, lanes, lane), b = At(ref second, 5 + i, lanes, lane), c = At(ref second, 9 + i, lanes, lane);
                for (int j = 0; j < 4; j++)
                {
                    TVector sum = Three(a, b, c, At(ref slope, j, lanes, lane), At(ref slope, 4 + j, lanes, lane), At(ref slope, 8 + j, lanes, lane));
                    TLanes.Store(sum, ref target, (nuint)((((4 * i) + j) * lanes) + lane));
                }
            }
        }
    }

    /// <inheritdoc/>
    public void SlopeOfSecond(ref double slope, ref double first, ref double target, int lanes)
    {
        for (int lane = 0; lane < lanes; lane += TLanes.Width)
        {
            for (int i = 0; i < 3; i++)
            {
                TVector one = At(ref slope, 4 * i, lanes, lane), x = At(ref slope, (4 * i) + 1, lanes, lane);
                TVector y = At(ref slope, (4 * i) + 2, lanes, lane), z = At(ref slope, (4 * i) + 3, lanes, lane);
                TLanes.Store(one, ref target, (nuint)((4 * i * lanes) + lane));
                for (int j = 0; j < 3; j++)
                {
                    TVector sum = Three(x, y, z, At(ref first, (4 * j) + 1, lanes, lane), At(ref first, (4 * j) + 2, lanes, lane), At(ref first, (4 * j) + 3, lanes, lane));
                    sum = TLanes.Add(sum, TLanes.Multiply(one, At(ref first, 4 * j, lanes, lane)));
                    TLanes.Store(sum, ref target, (nuint)((((4 * i) + j + 1) * lanes) + lane));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector At(ref double map, int entry, int lanes, int lane) => TLanes.Load(ref map, (nuint)((entry * lanes) + lane));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Three(TVector a, TVector b, TVector c, TVector x, TVector y, TVector z) =>
        TLanes.Add(TLanes.Add(TLanes.Multiply(a, x), TLanes.Multiply(b, y)), TLanes.Multiply(c, z));
}
