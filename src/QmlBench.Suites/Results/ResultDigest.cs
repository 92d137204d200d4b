using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace QmlBench.Suites.Results;

/// <summary>
/// SHA-256 over the trials of a plan in the order of their identities: identity, predictions, estimates and metrics as IEEE bits.
/// No times, memory, verdicts or p-values. The same suite, seed and version have the same digest everywhere (DESIGN §3).
/// </summary>
public static class ResultDigest
{
    /// <summary>The digest of <paramref name="results"/>, lower-case hex, or null when a trial failed or is missing.</summary>
    /// <param name="results">The results, ascending by identity hash.</param>
    /// <param name="planned">Number of trials in the plan.</param>
    public static string? Of(IReadOnlyList<TrialResult> results, int planned)
    {
        if (results.Count != planned || results.Any(result => !result.Succeeded))
            return null;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var result in results)
            Append(hash, result);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private static void Append(IncrementalHash hash, TrialResult result)
    {
        hash.AppendData(Encoding.ASCII.GetBytes(result.Key.IdentityHash));
        Append(hash, result.Predictions.Length);
        foreach (var prediction in result.Predictions)
        {
            Append(hash, prediction.Sample);
            Append(hash, prediction.Truth);
            Append(hash, prediction.Predicted);
            Append(hash, prediction.Decision);
            Append(hash, prediction.StandardError);
            Append(hash, prediction.IdealDecision);
        }

        Append(hash, result.Metrics.Length);
        foreach (var metric in result.Metrics)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(metric.Name + '\n'));
            Append(hash, metric.Value);
        }
    }

    private static void Append(IncrementalHash hash, long value)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, value);
        hash.AppendData(bytes);
    }

    // One NaN and one zero: a store need not keep a payload or the sign of zero.
    private static void Append(IncrementalHash hash, double value) =>
        Append(hash, BitConverter.DoubleToInt64Bits(double.IsNaN(value) ? double.NaN : value == 0.0 ? 0.0 : value));
}
