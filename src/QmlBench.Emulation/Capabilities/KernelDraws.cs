using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Capabilities;

/// <summary>Kernel entries as they are reported under a budget.</summary>
internal static class KernelDraws
{
    /// <summary>The exact entries, or frequencies of 0…0 drawn from them, each entry from a stream of its own.</summary>
    /// <param name="exact">Probabilities, index i · columns + j.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="perEntry">Budget of an entry.</param>
    /// <param name="streams">Streams; entry (i, j) draws from <c>kernel / x first+i / y j</c>.</param>
    /// <param name="cancel">Acts between entries.</param>
    public static (double[] Values, double[] Variances) Under(
        double[] exact, int columns, Budget perEntry, RowStreams streams, CancellationToken cancel) => perEntry switch
        {
            Budget.Shots shots => Drawn(exact, columns, shots.Total, streams, cancel),
            // Exact entries are more precise than any precision asked.
            _ => (exact, []),
        };

    private static (double[] Values, double[] Variances) Drawn(
        double[] exact, int columns, long shots, RowStreams streams, CancellationToken cancel)
    {
        var values = new double[exact.Length];
        var variances = new double[exact.Length];
        for (var entry = 0; entry < exact.Length; entry++)
        {
            cancel.ThrowIfCancellationRequested();
            var key = streams.Key.Derive("kernel").Derive("x", streams.FirstRow + (entry / columns)).Derive("y", entry % columns);
            var zeros = key.Open().Binomial(shots, Math.Clamp(exact[entry], 0, 1));
            values[entry] = zeros / (double)shots;
            variances[entry] = FrequencyVariance.Of(values[entry], shots);
        }

        return (values, variances);
    }
}
