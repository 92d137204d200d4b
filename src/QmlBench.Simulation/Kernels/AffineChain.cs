using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>Products of one-qubit maps and their slopes, for all rows of parameters side by side.</summary>
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
    public void Evaluate(EntryTable table, AngleTable angles, ref double target) =>
        EntryKernel<TVector, TLanes>.Evaluate(table, angles, ref target);

    /// <inheritdoc/>
    public void AddSlopes(EntryTable table, AngleTable angles, ref double correlations, ref double slopes) =>
        EntryKernel<TVector, TLanes>.AddSlopes(table, angles, ref correlations, ref slopes);

    /// <inheritdoc/>
    public void Multiply(ref double second, ref double first, ref double target, int lanes)
    {
        if (lanes == 1 && Vector256.IsHardwareAccelerated)
        {
            MultiplySingle(ref second, ref first, ref target);
            return;
        }

        for (int lane = 0; lane < lanes; lane += TLanes.Width)
        {
            for (int i = 0; i < 3; i++)
            {
                TVector a = At(ref second, (4 * i) + 1, lanes, lane);
                TVector b = At(ref second, (4 * i) + 2, lanes, lane);
                TVector c = At(ref second, (4 * i) + 3, lanes, lane);
                for (int j = 0; j < 4; j++)
                {
                    TVector sum = j == 0 ? At(ref second, 4 * i, lanes, lane) : TLanes.Broadcast(0.0);
                    sum = TLanes.MultiplyAdd(a, At(ref first, j, lanes, lane), sum);
                    sum = TLanes.MultiplyAdd(b, At(ref first, 4 + j, lanes, lane), sum);
                    sum = TLanes.MultiplyAdd(c, At(ref first, 8 + j, lanes, lane), sum);
                    TLanes.Store(sum, ref target, (nuint)((((4 * i) + j) * lanes) + lane));
                }
            }
        }
    }

    /// <inheritdoc/>
    public void SlopeOfFirst(ref double second, ref double slope, ref double target, int lanes)
    {
        if (lanes == 1 && Vector256.IsHardwareAccelerated)
        {
            SlopeOfFirstSingle(ref second, ref slope, ref target);
            return;
        }

        for (int lane = 0; lane < lanes; lane += TLanes.Width)
        {
            for (int i = 0; i < 3; i++)
            {
                TVector a = At(ref second, 1 + i, lanes, lane);
                TVector b = At(ref second, 5 + i, lanes, lane);
                TVector c = At(ref second, 9 + i, lanes, lane);
                for (int j = 0; j < 4; j++)
                {
                    TVector sum = Three(
                        a, b, c, At(ref slope, j, lanes, lane), At(ref slope, 4 + j, lanes, lane), At(ref slope, 8 + j, lanes, lane));
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
                    TVector sum = Three(
                        x, y, z,
                        At(ref first, (4 * j) + 1, lanes, lane), At(ref first, (4 * j) + 2, lanes, lane),
                        At(ref first, (4 * j) + 3, lanes, lane));
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

    private static void SlopeOfFirstSingle(ref double second, ref double slope, ref double target)
    {
        Vector256<double> x = Vector256.LoadUnsafe(ref slope), y = Vector256.LoadUnsafe(ref slope, 4);
        Vector256<double> z = Vector256.LoadUnsafe(ref slope, 8);
        for (int i = 0; i < 3; i++)
        {
            Vector256<double> a = Vector256.Create(Unsafe.Add(ref second, 1 + i)), b = Vector256.Create(Unsafe.Add(ref second, 5 + i));
            Vector256<double> c = Vector256.Create(Unsafe.Add(ref second, 9 + i));
            ((a * x) + (b * y) + (c * z)).StoreUnsafe(ref target, (nuint)(4 * i));
        }
    }

    // One row of parameters: the vectors are the rows of the map.
    private static void MultiplySingle(ref double second, ref double first, ref double target)
    {
        Vector256<double> x = Vector256.LoadUnsafe(ref first);
        Vector256<double> y = Vector256.LoadUnsafe(ref first, 4);
        Vector256<double> z = Vector256.LoadUnsafe(ref first, 8);
        for (int i = 0; i < 12; i += 4)
        {
            Vector256<double> sum = Vector256.CreateScalar(Unsafe.Add(ref second, i));
            sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref second, i + 1)), x, sum);
            sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref second, i + 2)), y, sum);
            sum = Vector256.FusedMultiplyAdd(Vector256.Create(Unsafe.Add(ref second, i + 3)), z, sum);
            sum.StoreUnsafe(ref target, (nuint)i);
        }
    }
}
