using System.Collections.Immutable;

namespace QmlBench.Suites.Results;

/// <summary>Where a result comes from.</summary>
/// <param name="DataHash">SHA-256 of the drawn data.</param>
/// <param name="SplitHash">SHA-256 of the train and test rows.</param>
/// <param name="DeviceHash">SHA-256 of the device's figures; empty for a classical model.</param>
/// <param name="Executor">Readable name of the executor.</param>
/// <param name="Versions">Behaviour versions, canonical text.</param>
/// <param name="Method">Method of simulation; empty for a classical model.</param>
/// <param name="Why">Why that method.</param>
/// <param name="Notices">Every fallback and assumption, once each, ordered.</param>
public sealed record TrialProvenance(
    string DataHash,
    string SplitHash,
    string DeviceHash,
    string Executor,
    string Versions,
    string Method,
    string Why,
    ImmutableArray<string> Notices)
{
    /// <summary>Nothing known: of a trial that failed.</summary>
    public static TrialProvenance None { get; } = new(
        string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, string.Empty, []);
}
