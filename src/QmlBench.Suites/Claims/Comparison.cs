using System.Collections.Immutable;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Metrics;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;
using QmlBench.Suites.Statistics;

namespace QmlBench.Suites.Claims;

/// <summary>The two arms of a claim, paired draw by draw.</summary>
internal sealed class Comparison
{
    private readonly bool _leftOut;

    private Comparison(
        ClaimSpec claim, bool isTable, bool leftOut, ImmutableArray<TrialResult> treatment, ImmutableArray<TrialResult> control)
    {
        Claim = claim;
        _leftOut = leftOut;
        Treatment = treatment;
        Control = control;
        IsTable = isTable;
        Differences = PairedDifferences.Between(
            Scores(treatment), Scores(control), isTable ? ReplicationUnit.Split : ReplicationUnit.Draw);
    }

    public ClaimSpec Claim { get; }

    /// <summary>Whether the pairs are re-splits of one table: the corrected interval alone applies.</summary>
    public bool IsTable { get; }

    public ImmutableArray<TrialResult> Treatment { get; }

    public ImmutableArray<TrialResult> Control { get; }

    /// <summary>Treatment − control per draw; the other way round where lower is better.</summary>
    public PairedDifferences Differences { get; }

    public StudentEstimate? Estimate => Differences.Values.Length < 2
        ? null
        : IsTable
            ? NadeauBengioInterval.From(
                Differences.Values.AsSpan(), Treatment[0].TestSamples, Treatment[0].TrainSamples, Claim.Alpha).Estimate
            : PairedTInterval.From(Differences.Values.AsSpan(), Claim.Alpha).Estimate;

    public string IntervalName => IsTable ? "Nadeau–Bengio t over re-splits" : "paired t over data draws";

    public static Comparison Of(Plan plan, ClaimSpec claim, IReadOnlyList<TrialResult> results)
    {
        ImmutableArray<TrialResult> Arm(ClaimArm arm) =>
        [
            .. results.Where(result => result.Succeeded && Fits(result.Key, claim.Dataset, arm) && result.Key.Draw < claim.Pairs)
                .OrderBy(result => result.Key.Draw).ThenBy(result => result.Key.Repeat),
        ];
        var dataset = plan.Suite.Datasets.Single(dataset => dataset.Name == claim.Dataset);
        var leftOut = plan.IsPartial && !(IsPlanned(plan, claim, claim.Treatment) && IsPlanned(plan, claim, claim.Control));
        return new(claim, dataset.IsTable, leftOut, Arm(claim.Treatment), Arm(claim.Control));
    }

    public ClaimEvidence Evidence() => new()
    {
        Alpha = Claim.Alpha,
        Margin = Claim.Margin,
        PairsDeclared = Claim.Pairs,
        PairsPresent = Differences.Values.Length,
        Estimate = Estimate,
        LeftOut = _leftOut,
        Objections = _leftOut || Differences.Values.Length < Claim.Pairs ? [] : [.. Differences.Problems, .. Fairness.Objections(this)],
    };

    private static bool IsPlanned(Plan plan, ClaimSpec claim, ClaimArm arm) => plan.Cases.Any(one =>
        one.Dataset.Name == claim.Dataset && one.Model.Name == arm.Model && one.DeviceLabel == arm.Device && one.Mitigation.Name == arm.Mitigation);

    private static bool Fits(TrialKey key, string dataset, ClaimArm arm) =>
        key.Dataset == dataset && key.Model == arm.Model && key.Device == arm.Device && key.Mitigation == arm.Mitigation;

    private IEnumerable<ArmScore> Scores(ImmutableArray<TrialResult> arm)
    {
        var sign = SuiteMetrics.LowerIsBetter(Claim.Metric) ? -1.0 : 1.0;
        return arm.Select(result => new ArmScore(
            IsTable ? 0 : result.Key.Draw,
            IsTable ? result.Key.Draw : 0,
            result.Key.Repeat,
            sign * SuiteMetrics.Compute(Claim.Metric, result.Predictions.AsSpan())));
    }
}
