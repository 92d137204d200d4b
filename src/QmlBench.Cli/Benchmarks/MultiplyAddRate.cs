using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace QmlBench.Cli.Benchmarks;

/// <summary>
/// Fused multiply-adds of one thread on the widest vectors there are: the limit of what is computed in registers and near caches.
/// </summary>
/// <remarks>
/// Ten chains that do not wait for one another cover the latency of the two units of today's processors. Chains converge to 0.5, so no
/// operand is ever denormal or infinite. The loops hold no call, else the runtime would spill the vectors at every turn.
/// </remarks>
internal static class MultiplyAddRate
{
    private const int Chains = 10;
    private const int Turns = 2_000_000;
    private const int Repeats = 20;

    /// <summary>10⁹ floating-point operations a second, two for each multiply-add; the best of twenty.</summary>
    public static double MeasureGigaflops()
    {
        var lanes = Vector512.IsHardwareAccelerated ? 8 : Fma.IsSupported ? 4 : 1;
        var best = double.PositiveInfinity;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var watch = Stopwatch.StartNew();
            var converged = lanes switch { 8 => Eight(0.5, 0.25), 4 => Four(0.5, 0.25), _ => One(0.5, 0.25) };
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
            if (converged != Chains * lanes * 0.5)
                throw new InvalidOperationException($"Bug in QmlBench: the chains of the multiply-add rate end at {converged}.");
        }

        return 2.0 * Chains * lanes * Turns / best / 1e9;
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Eight(double factor, double term)
    {
        Vector512<double> x = Vector512.Create(factor), y = Vector512.Create(term);
        Vector512<double> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x;
        for (var turn = 0; turn < Turns; turn++)
        {
            a = Vector512.FusedMultiplyAdd(a, x, y);
            b = Vector512.FusedMultiplyAdd(b, x, y);
            c = Vector512.FusedMultiplyAdd(c, x, y);
            d = Vector512.FusedMultiplyAdd(d, x, y);
            e = Vector512.FusedMultiplyAdd(e, x, y);
            f = Vector512.FusedMultiplyAdd(f, x, y);
            g = Vector512.FusedMultiplyAdd(g, x, y);
            h = Vector512.FusedMultiplyAdd(h, x, y);
            i = Vector512.FusedMultiplyAdd(i, x, y);
            j = Vector512.FusedMultiplyAdd(j, x, y);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double Four(double factor, double term)
    {
        Vector256<double> x = Vector256.Create(factor), y = Vector256.Create(term);
        Vector256<double> a = x, b = x, c = x, d = x, e = x, f = x, g = x, h = x, i = x, j = x;
        for (var turn = 0; turn < Turns; turn++)
        {
            a = Vector256.FusedMultiplyAdd(a, x, y);
            b = Vector256.FusedMultiplyAdd(b, x, y);
            c = Vector256.FusedMultiplyAdd(c, x, y);
            d = Vector256.FusedMultiplyAdd(d, x, y);
            e = Vector256.FusedMultiplyAdd(e, x, y);
            f = Vector256.FusedMultiplyAdd(f, x, y);
            g = Vector256.FusedMultiplyAdd(g, x, y);
            h = Vector256.FusedMultiplyAdd(h, x, y);
            i = Vector256.FusedMultiplyAdd(i, x, y);
            j = Vector256.FusedMultiplyAdd(j, x, y);
        }

        return Vector256.Sum(a + b + c + d + e + f + g + h + i + j);
    }

    [MethodImpl(MethodImplOptions.NoInlining | MethodImplOptions.AggressiveOptimization)]
    private static double One(double factor, double term)
    {
        double a = factor, b = factor, c = factor, d = factor, e = factor, f = factor, g = factor, h = factor, i = factor, j = factor;
        for (var turn = 0; turn < Turns; turn++)
        {
            a = Math.FusedMultiplyAdd(a, factor, term);
            b = Math.FusedMultiplyAdd(b, factor, term);
            c = Math.FusedMultiplyAdd(c, factor, term);
            d = Math.FusedMultiplyAdd(d, factor, term);
            e = Math.FusedMultiplyAdd(e, factor, term);
            f = Math.FusedMultiplyAdd(f, factor, term);
            g = Math.FusedMultiplyAdd(g, factor, term);
            h = Math.FusedMultiplyAdd(h, factor, term);
            i = Math.FusedMultiplyAdd(i, factor, term);
            j = Math.FusedMultiplyAdd(j, factor, term);
        }

        return a + b + c + d + e + f + g + h + i + j;
    }
}
