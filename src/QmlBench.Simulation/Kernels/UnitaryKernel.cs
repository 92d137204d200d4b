using System.Runtime.CompilerServices;

namespace QmlBench.Simulation.Kernels;

/// <summary>A unitary (or any complex 2×2 matrix) of one qubit on a tile of amplitudes; real rows first, then imaginary ones.</summary>
/// <remarks>Coefficients: (Re, Im) of U00, U01, U10, U11. Products as <c>((ar·x0r − ai·x0i) + br·x1r) − bi·x1i</c>, and likewise.</remarks>
internal readonly struct UnitaryKernel<TVector, TLanes, TCoefficients> : ISingleKernel
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
    where TCoefficients : struct, ICoefficients<TVector, TLanes>
{
    /// <inheritdoc/>
    public static int Entries => UnitaryAlgebra.Entries;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(ref double tile, int rows, int width, int stride, bool shifts, ref double table) =>
        Apply(ref tile, rows, width, stride, ref table, adjoint: false);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Transposed(ref double tile, int rows, int width, int stride, bool shifts, ref double table) =>
        Apply(ref tile, rows, width, stride, ref table, adjoint: true);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Correlate(ref double effect, ref double state, int rows, int width, int stride, int lanes, ref double sums)
    {
        int half = rows / 2, plane = half * width, used = Math.Min(width, lanes);
        for (int entry = 0; entry < 4; entry++)
        {
            int r = (entry >> 1) * stride * width, s = (entry & 1) * stride * width;
            for (int lane = 0; lane < used; lane += TLanes.Width)
            {
                nuint slot = (nuint)((2 * entry * lanes) + lane);
                TVector real = TLanes.Load(ref sums, slot), imaginary = TLanes.Load(ref sums, slot + (nuint)lanes);
                for (int element = lane; element < width; element += lanes)
                {
                    for (int row = 0; row < half; row++)
                    {
                        if ((row & stride) != 0) continue;
                        nuint w = (nuint)((row * width) + element);
                        TVector er = TLanes.Load(ref effect, w + (nuint)r), ei = TLanes.Load(ref effect, w + (nuint)(r + plane));
                        TVector xr = TLanes.Load(ref state, w + (nuint)s), xi = TLanes.Load(ref state, w + (nuint)(s + plane));
                        real = TLanes.Add(real, TLanes.Add(TLanes.Multiply(er, xr), TLanes.Multiply(ei, xi)));
                        imaginary = TLanes.Add(imaginary, TLanes.Subtract(TLanes.Multiply(ei, xr), TLanes.Multiply(er, xi)));
                    }
                }

                TLanes.Store(real, ref sums, slot);
                TLanes.Store(imaginary, ref sums, slot + (nuint)lanes);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Apply(ref double tile, int rows, int width, int stride, ref double table, bool adjoint)
    {
        int period = TCoefficients.Period, half = rows / 2, plane = half * width, step = stride * width;
        TVector zero = TLanes.Broadcast(0.0);
        for (int lane = 0; lane < period; lane += TLanes.Width)
        {
            TVector ar = TCoefficients.Get(ref table, 0, lane), ai = TCoefficients.Get(ref table, 1, lane);
            TVector br = TCoefficients.Get(ref table, adjoint ? 4 : 2, lane), bi = TCoefficients.Get(ref table, adjoint ? 5 : 3, lane);
            TVector cr = TCoefficients.Get(ref table, adjoint ? 2 : 4, lane), ci = TCoefficients.Get(ref table, adjoint ? 3 : 5, lane);
            TVector dr = TCoefficients.Get(ref table, 6, lane), di = TCoefficients.Get(ref table, 7, lane);
            if (adjoint) (ai, bi, ci, di) = (TLanes.Subtract(zero, ai), TLanes.Subtract(zero, bi), TLanes.Subtract(zero, ci), TLanes.Subtract(zero, di));
            for (int row = 0; row < half; row++)
            {
                if ((row & stride) != 0) continue;
                for (int w = (row * width) + lane; w < (row + 1) * width; w += period)
                {
                    TVector xr = TLanes.Load(ref tile, (nuint)w), xi = TLanes.Load(ref tile, (nuint)(w + plane));
                    TVector yr = TLanes.Load(ref tile, (nuint)(w + step)), yi = TLanes.Load(ref tile, (nuint)(w + step + plane));
                    TLanes.Store(Real(ar, ai, br, bi, xr, xi, yr, yi), ref tile, (nuint)w);
                    TLanes.Store(Imaginary(ar, ai, br, bi, xr, xi, yr, yi), ref tile, (nuint)(w + plane));
                    TLanes.Store(Real(cr, ci, dr, di, xr, xi, yr, yi), ref tile, (nuint)(w + step));
                    TLanes.Store(Imaginary(cr, ci, dr, di, xr, xi, yr, yi), ref tile, (nuint)(w + step + plane));
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Real(TVector ar, TVector ai, TVector br, TVector bi, TVector xr, TVector xi, TVector yr, TVector yi) =>
        TLanes.Subtract(TLanes.Add(TLanes.Subtract(TLanes.Multiply(ar, xr), TLanes.Multiply(ai, xi)), TLanes.Multiply(br, yr)), TLanes.Multiply(bi, yi));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Imaginary(TVector ar, TVector ai, TVector br, TVector bi, TVector xr, TVector xi, TVector yr, TVector yi) =>
        TLanes.Add(TLanes.Add(TLanes.Add(TLanes.Multiply(ar, xi), TLanes.Multiply(ai, xr)), TLanes.Multiply(br, yi)), TLanes.Multiply(bi, yr));
}
