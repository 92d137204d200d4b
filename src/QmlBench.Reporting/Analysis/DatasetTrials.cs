using System.Collections.Immutable;
using QmlBench.Suites.Results;
using QmlBench.Suites.Statistics;

namespace QmlBench.Reporting.Analysis;

/// <summary>The finished trials of one data set, arm by arm, and how their numbers are summarised.</summary>
/// <remarks>
/// The unit of replication is the data draw: train seeds are averaged inside it. Generated data are drawn anew, so a t interval over
/// draws holds; splits of one table share rows, so the Nadeau–Bengio interval with its factor 1/J + test/train is used. A table is
/// recognised by its data hash, which is the same in every draw.
/// </remarks>
internal sealed class DatasetTrials
{
    private const double Alpha = 0.05;

    private readonly SortedDictionary<Arm, ImmutableArray<TrialResult>> _arms = [];

    private DatasetTrials(string name, IReadOnlyList<TrialResult> trials, bool saidToBeTable)
    {
        Name = name;
        foreach (var group in trials.GroupBy(trial => Arm.Of(trial.Key)))
            _arms.Add(group.Key, [.. group.OrderBy(trial => trial.Key.Draw).ThenBy(trial => trial.Key.Repeat)]);
        Train = trials[0].TrainSamples;
        Test = trials[0].TestSamples;
        Draws = trials.Select(trial => trial.Key.Draw).Distinct().Count();
        IsTable = saidToBeTable || (Draws > 1 && trials.Select(trial => trial.Provenance.DataHash).Distinct().Count() == 1);
        Metrics = [.. trials.SelectMany(trial => trial.Metrics).Select(metric => metric.Name).Distinct()];
    }

    /// <summary>Name of the data set.</summary>
    public string Name { get; }

    /// <summary>Training samples of a draw.</summary>
    public int Train { get; }

    /// <summary>Test samples of a draw.</summary>
    public int Test { get; }

    /// <summary>Draws present in any arm.</summary>
    public int Draws { get; }

    /// <summary>Whether the draws are splits of one table.</summary>
    public bool IsTable { get; }

    /// <summary>Metrics in the order of the suite; the first is the primary one.</summary>
    public ImmutableArray<string> Metrics { get; }

    /// <summary>The arms, ordered.</summary>
    public IEnumerable<Arm> Arms => _arms.Keys;

    /// <summary>Name of the interval that is shown.</summary>
    public string IntervalName => IsTable ? "Nadeau–Bengio corrected 95 % t interval over splits" : "95 % t interval over data draws";

    /// <summary>The data sets of a run, by name; failed trials are left out.</summary>
    public static ImmutableArray<DatasetTrials> Of(ReportInput input)
    {
        var tables = input.Run.Claims
            .Where(claim => claim.Interval.Contains("re-split", StringComparison.Ordinal))
            .Select(claim => claim.Dataset)
            .ToImmutableHashSet(StringComparer.Ordinal);
        return
        [
            .. input.Trials.Where(trial => trial.Succeeded).GroupBy(trial => trial.Key.Dataset)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new DatasetTrials(group.Key, [.. group], tables.Contains(group.Key))),
        ];
    }

    /// <summary>The trials of an arm, by draw and repeat.</summary>
    public ImmutableArray<TrialResult> Trials(Arm arm) => _arms.TryGetValue(arm, out var trials) ? trials : [];

    /// <summary>Whether there are trials of this arm.</summary>
    public bool Has(Arm arm) => _arms.ContainsKey(arm);

    /// <summary>A quantity of an arm: mean over draws of the mean over train seeds.</summary>
    public Estimate Of(Arm arm, Func<TrialResult, double> quantity) => Summarise(PerDraw(arm, quantity).Values);

    /// <summary>Mean over draws of left − right, on the draws that both have.</summary>
    public Estimate Difference(Arm left, Arm right, Func<TrialResult, double> quantity)
    {
        var other = PerDraw(right, quantity);
        return Summarise(PerDraw(left, quantity).Where(pair => other.ContainsKey(pair.Key)).Select(pair => pair.Value - other[pair.Key]));
    }

    /// <summary>Mean and interval of one number per draw.</summary>
    public Estimate Summarise(IEnumerable<double> perDraw)
    {
        var all = perDraw.ToArray();
        var values = all.Where(double.IsFinite).ToArray();
        var undefined = all.Length - values.Length;
        if (values.Length == 0)
            return new(double.NaN, double.NaN, double.NaN, 0, undefined);
        if (values.Length == 1)
            return new(values[0], double.NaN, double.NaN, 1, undefined);
        var interval = IsTable && Test > 0 && Train > 0
            ? NadeauBengioInterval.From(values, Test, Train, Alpha).Interval
            : PairedTInterval.From(values, Alpha).Interval;
        return new(SampleMoments.Of(values).Mean, interval.Lower, interval.Upper, values.Length, undefined);
    }

    private SortedDictionary<int, double> PerDraw(Arm arm, Func<TrialResult, double> quantity)
    {
        var values = new SortedDictionary<int, double>();
        foreach (var draw in Trials(arm).GroupBy(trial => trial.Key.Draw))
            values.Add(draw.Key, Mean([.. draw.Select(quantity)]));
        return values;
    }

    private static double Mean(double[] values) =>
        values.All(double.IsFinite) ? SampleMoments.Of(values).Mean : double.NaN;
}
