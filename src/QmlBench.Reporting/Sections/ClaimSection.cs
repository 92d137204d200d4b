using System.Collections.Immutable;
using QmlBench.Reporting.Analysis;
using QmlBench.Reporting.Charts;
using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Sections;

/// <summary>Says what became of each claim.</summary>
internal static class ClaimSection
{
    /// <summary>The claims in the order of the suite.</summary>
    public static ImmutableArray<ClaimView> Of(ReportInput input) => [.. input.Run.Claims.Select(claim => View(input, claim))];

    private static ClaimView View(ReportInput input, ClaimOutcome claim)
    {
        var history = input.History.Where(entry => entry.Suite == input.Run.Suite && entry.Claim == claim.Name).ToImmutableArray();
        return new(
            claim.Name,
            claim.Verdict,
            VerdictWords.Sign(claim.Verdict),
            VerdictWords.Style(claim.Verdict),
            Expectation(claim),
            claim.AsExpected,
            claim.Statement,
            VerdictWords.Meaning(claim.Verdict),
            Facts(claim),
            [.. claim.Details.Select(detail => new Fact(detail.Key, detail.Value))],
            [.. history.Select((entry, i) => Line(entry, i == 0 ? null : history[i - 1]))],
            Since(claim, history),
            Figure(claim));
    }

    private static string Expectation(ClaimOutcome claim) =>
        claim.Verdict == "not evaluated" ? $"expected {claim.Expected}, not evaluated in this run"
        : claim.AsExpected ? $"as expected (the suite expects “{claim.Expected}”)"
        : $"not as expected: the suite expects “{claim.Expected}”";

    private static ImmutableArray<Fact> Facts(ClaimOutcome claim) =>
    [
        new("Compared", $"{claim.Treatment} against {claim.Control}"),
        new("Data set and metric", $"{claim.Dataset}, {MetricText.Axis(claim.Metric)}"),
        new("Difference", Difference(claim)),
        new("Margin ε", NumberText.Of(claim.Margin)),
        new("Pairs of draws", $"{claim.Pairs} of {claim.PairsDeclared}"),
        new("Level α after Holm", NumberText.Of(claim.Alpha)),
        new("What decided", claim.Reason),
        new("Revision of the claim's terms", claim.Revision),
    ];

    private static string Difference(ClaimOutcome claim)
    {
        var estimate = EstimateOf(claim);
        return estimate.HasInterval
            ? $"{NumberText.Of(estimate)} ({Level(claim)} interval, {claim.Interval}; above zero favours {claim.Treatment})"
            : estimate.IsDefined ? NumberText.Of(estimate.Mean) + ", no interval: fewer than two pairs" : "none: no pairs of trials";
    }

    private static FigureView? Figure(ClaimOutcome claim)
    {
        var estimate = EstimateOf(claim);
        if (!estimate.HasInterval)
            return null;
        var text = NumberText.Of(estimate);
        var chart = new Chart(
            $"Difference in {MetricText.Words(claim.Metric)}, {claim.Treatment} minus {claim.Control}: {text}; margin "
                + $"±{NumberText.Of(claim.Margin)}.",
            $"difference in {MetricText.Words(claim.Metric)}, in units of the metric (← {claim.Control} better · {claim.Treatment} "
                + $"better →)",
            [claim.Name],
            [new(text, [new(0, estimate, text)])],
            ZeroLine: true,
            claim.Margin);
        var band = claim.Margin > 0 ? $" Shaded: the margin, ±{NumberText.Of(claim.Margin)}." : " The margin is zero.";
        return FigureView.Of(chart, $"Mean paired difference with its {Level(claim)} interval. Dashed: no difference.{band}");
    }

    private static Estimate EstimateOf(ClaimOutcome claim) => new(claim.Effect, claim.Lower, claim.Upper, claim.Pairs, 0);

    private static string Level(ClaimOutcome claim) => NumberText.Of(100.0 * (1.0 - claim.Alpha)) + " %";

    private static string Since(ClaimOutcome claim, ImmutableArray<VerdictEntry> history)
    {
        var first = -1;
        for (var i = history.Length - 1; i >= 0 && history[i].Verdict == claim.Verdict && history[i].Revision == claim.Revision; i--)
            first = i;
        return first < 0
            ? "this verdict is not in the history yet"
            : $"{claim.Verdict} since {history[first].RecordedUtc} (run {history[first].Run})";
    }

    private static string Line(VerdictEntry entry, VerdictEntry? before)
    {
        var terms = before is not null && before.Revision != entry.Revision ? ": the claim has new terms" : string.Empty;
        var estimate = new Estimate(entry.Effect, entry.Lower, entry.Upper, 0, 0);
        var numbers = estimate.HasInterval ? $", difference {NumberText.Of(estimate)}" : string.Empty;
        return $"{entry.RecordedUtc}: {entry.Verdict} (expected {entry.Expected}){numbers}, run {entry.Run}, revision {entry.Revision}{terms}";
    }
}
