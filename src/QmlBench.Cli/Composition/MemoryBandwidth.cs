using System.Diagnostics;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace QmlBench.Cli.Composition;

/// <summary>Memory bandwidth of one thread, for the doctor and bench: an in-place sweep over far more than the caches hold.</summary>
internal static class MemoryBandwidth
{
    private const int Doubles = 1 << 25;

    /// <summary>Gigabytes read plus written a second; the best of five sweeps.</summary>
    public static double MeasureGigabytesPerSecond()
    {
        var data = new double[Doubles];
        var best = double.PositiveInfinity;
        for (var sweep = 0; sweep < 5; sweep++)
        {
            var watch = Stopwatch.StartNew();
            Sweep(data);
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return 2.0 * sizeof(double) * Doubles / best / 1e9;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Sweep(double[] data)
    {
        var vectors = MemoryMarshal.Cast<double, Vector<double>>(data.AsSpan());
        var factor = new Vector<double>(1.0000001);
        for (var i = 0; i < vectors.Length; i++)
            vectors[i] *= factor;
    }
}
