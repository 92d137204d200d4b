using System.Collections.Immutable;
using System.Globalization;

namespace QmlBench.Suites.Statistics;

/// <summary>The differences a claim is decided on: one per replication unit, train seeds averaged inside it.</summary>
/// <remarks>
/// Inside an arm: mean over train seeds, then mean over splits (unit <see cref="ReplicationUnit.Draw"/>). The difference is first − second:
/// positive means that the first arm, the one the claim speaks for, scores higher. (baycomp, and so <see cref="BayesianSignedRank"/>,
/// calls a positive difference "right".)
/// Train seeds of the two arms need not be the same ones (a deterministic baseline has one), but every cell of an arm must have the
/// same set, or a half-finished draw would count like a whole one. What does not fit becomes a problem, which makes a verdict invalid.
/// </remarks>
public sealed record PairedDifferences
{
    private PairedDifferences(ReplicationUnit unit, ImmutableArray<double> values, ImmutableArray<string> problems)
    {
        Unit = unit;
        Values = values;
        Problems = problems;
    }

    /// <summary>What one difference stands for.</summary>
    public ReplicationUnit Unit { get; }

    /// <summary>first − second per unit that both arms have whole, in order of (draw, split).</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>Everything that does not pair, one sentence each; empty if the arms agree.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>Pairs the scores of two arms.</summary>
    /// <param name="first">Scores of the arm the claim speaks for, in any order.</param>
    /// <param name="second">Scores of the arm it is compared with, in any order.</param>
    /// <param name="unit">What counts as one independent pair.</param>
    /// <returns>One difference per unit, and what did not pair.</returns>
    /// <exception cref="ArgumentException">An arm has two scores for the same (draw, split, train seed).</exception>
    public static PairedDifferences Between(IEnumerable<ArmScore> first, IEnumerable<ArmScore> second, ReplicationUnit unit)
    {
        var problems = ImmutableArray.CreateBuilder<string>();
        var a = Cells("first", first, problems);
        var b = Cells("second", second, problems);
        foreach (var (draw, split) in a.Keys.Except(b.Keys).Order()) problems.Add(Missing("second", draw, split));
        foreach (var (draw, split) in b.Keys.Except(a.Keys).Order()) problems.Add(Missing("first", draw, split));
        var cells = a.Keys.Intersect(b.Keys).Order().Select(key => (key.Draw, Difference: a[key] - b[key])).ToArray();
        IEnumerable<double> values = unit == ReplicationUnit.Split
            ? cells.Select(cell => cell.Difference)
            : cells.GroupBy(cell => cell.Draw).Select(draw => SampleMoments.Of([.. draw.Select(cell => cell.Difference)]).Mean);
        return new PairedDifferences(unit, [.. values], problems.ToImmutable());
    }

    private static SortedDictionary<(int Draw, int Split), double> Cells(
        string arm, IEnumerable<ArmScore> scores, ImmutableArray<string>.Builder problems)
    {
        ArgumentNullException.ThrowIfNull(scores);
        var means = new SortedDictionary<(int, int), double>();
        int[]? seeds = null;
        foreach (var cell in scores.GroupBy(score => (score.Draw, score.Split)).OrderBy(cell => cell.Key))
        {
            ArmScore[] ordered = [.. cell.OrderBy(score => score.TrainSeed)];
            int[] own = [.. ordered.Select(score => score.TrainSeed)];
            if (own.Distinct().Count() != own.Length)
                throw new ArgumentException($"The {arm} arm has two scores for one train seed at {Place(cell.Key.Draw, cell.Key.Split)}.", nameof(scores));
            seeds ??= own;
            if (!own.SequenceEqual(seeds))
                problems.Add($"the {arm} arm has train seeds {List(own)} at {Place(cell.Key.Draw, cell.Key.Split)} but {List(seeds)} elsewhere");
            else if (ordered.FirstOrDefault(score => !double.IsFinite(score.Value)) is var bad && !double.IsFinite(bad.Value))
                problems.Add($"the {arm} arm has the impossible score {Number(bad.Value)} at {Place(bad.Draw, bad.Split)}, train seed {bad.TrainSeed}");
            else means.Add(cell.Key, SampleMoments.Of([.. ordered.Select(score => score.Value)]).Mean);
        }
        return means;
    }

    private static string Missing(string arm, int draw, int split) => $"the {arm} arm has no complete score at {Place(draw, split)}";

    private static string Place(int draw, int split) => $"draw {draw}, split {split}";

    private static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    private static string List(int[] seeds) => string.Join(' ', seeds);
}
