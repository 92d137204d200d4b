namespace QmlBench.Suites.Results;

/// <summary>One line of the append-only history of verdicts.</summary>
/// <param name="Suite">Name of the suite.</param>
/// <param name="Claim">Name of the claim.</param>
/// <param name="Revision">Revision of its terms.</param>
/// <param name="Run">Run that gave the verdict.</param>
/// <param name="RecordedUtc">When, ISO 8601.</param>
/// <param name="Verdict">The verdict.</param>
/// <param name="Expected">The verdict expected.</param>
/// <param name="Effect">Mean paired difference.</param>
/// <param name="Lower">Lower end of the deciding interval.</param>
/// <param name="Upper">Upper end of the deciding interval.</param>
public sealed record VerdictEntry(
    string Suite,
    string Claim,
    string Revision,
    string Run,
    string RecordedUtc,
    string Verdict,
    string Expected,
    double Effect,
    double Lower,
    double Upper);
