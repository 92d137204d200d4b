using QmlBench.Suites.Statistics;

namespace QmlBench.Suites.Claims;

/// <summary>A verdict with the numbers it rests on.</summary>
/// <param name="Verdict">What the data say.</param>
/// <param name="Alpha">The claim's own level after Holm.</param>
/// <param name="Interval">The 1 − α interval of the difference at that level; null while there are fewer than two pairs.</param>
/// <param name="PAgainstMargin">Two-sided p of "the difference equals ε"; null for a claim that takes no part in the ladder.</param>
/// <param name="AdjustedP">That p after Holm, to be read against the claim's α before Holm; 1 for a claim that takes no part.</param>
public sealed record ClaimJudgement(Verdict Verdict, double Alpha, ConfidenceInterval? Interval, double? PAgainstMargin, double AdjustedP);
