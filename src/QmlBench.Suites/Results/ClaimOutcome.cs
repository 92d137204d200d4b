namespace QmlBench.Suites.Results;

/// <summary>What became of a claim in one run. Primitives only.</summary>
/// <param name="Name">Name of the claim.</param>
/// <param name="Revision">SHA-256 of the claim's terms, first eight hex digits: another number of pairs is another revision.</param>
/// <param name="Statement">The claim in words.</param>
/// <param name="Dataset">Data set.</param>
/// <param name="Metric">Metric.</param>
/// <param name="Treatment">Treatment arm in words.</param>
/// <param name="Control">Control arm in words.</param>
/// <param name="Margin">Margin ε.</param>
/// <param name="Alpha">Level after Holm.</param>
/// <param name="Verdict">The verdict: supported, equivalent, refuted, inconclusive, invalid or not evaluated.</param>
/// <param name="Expected">The verdict expected.</param>
/// <param name="Reason">One sentence: what decided.</param>
/// <param name="Pairs">Pairs present.</param>
/// <param name="PairsDeclared">Pairs the claim asks for.</param>
/// <param name="Effect">Mean paired difference, positive in favour of the treatment; NaN without data.</param>
/// <param name="Lower">Lower end of the interval that decides.</param>
/// <param name="Upper">Upper end of the interval that decides.</param>
/// <param name="Interval">Name of that interval.</param>
/// <param name="Details">Further statistics that are shown and do not decide, ready to print.</param>
public sealed record ClaimOutcome(
    string Name,
    string Revision,
    string Statement,
    string Dataset,
    string Metric,
    string Treatment,
    string Control,
    double Margin,
    double Alpha,
    string Verdict,
    string Expected,
    string Reason,
    int Pairs,
    int PairsDeclared,
    double Effect,
    double Lower,
    double Upper,
    string Interval,
    IReadOnlyList<KeyValuePair<string, string>> Details)
{
    /// <summary>Whether the verdict is the expected one; a claim that was not evaluated counts as neither.</summary>
    public bool AsExpected => Verdict == "not evaluated" || Verdict == Expected;
}
