using QmlBench.Suites.Results;

namespace QmlBench.Reporting;

/// <summary>All that a report shows.</summary>
/// <param name="Run">The run with its claims.</param>
/// <param name="Trials">Its trials; failed ones may be among them.</param>
/// <param name="History">The verdicts of all claims, oldest first.</param>
public sealed record ReportInput(RunRecord Run, IReadOnlyList<TrialResult> Trials, IReadOnlyList<VerdictEntry> History);
