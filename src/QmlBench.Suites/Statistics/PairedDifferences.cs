using System.Collections.Immutable;
using System.Globalization;

namespace QmlBench.Suites.Statistics;

/// <summary>The differences a claim is decided on: one per replication unit, train seeds averaged inside it.</summary>
/// <remarks>
/// Inside an arm: mean over train seeds, then mean over splits (unit <see cref="ReplicationUnit.Draw"/>). The difference is first − second:
/// positive means that the first arm, the one the claim speaks for, has the greater score. Train seeds of the two arms need not be the
/// same ones (a deterministic baseline has one). A unit counts only if it is whole: in both arms, every split that occurs anywhere, and
/// every train seed that occurs anywhere in that arm. So a half-finished draw never counts like a finished one.
/// </remarks>
public sealed record PairedDifferences
{
    private PairedDifferences(
        ReplicationUnit unit, ImmutableArray<double> values, ImmutableArray<string> lacking, ImmutableArray<string> problems)
    {
        Unit = unit;
        Values = values;
        Lacking = lacking;
        Problems = problems;
    }

    /// <summary>What one difference stands for.</summary>
    public ReplicationUnit Unit { get; }

    /// <summary>first − second per whole unit, in order of (draw, split); its length is the number of pairs present.</summary>
    public ImmutableArray<double> Values { get; }

    /// <summary>
    /// What is missing, one sentence per place: natural while a run goes on, a disagreement of the pairs once it is finished.
    /// </summary>
    public ImmutableArray<string> Lacking { get; }

    /// <summary>Scores that cannot be (not finite), one sentence each; they make a verdict invalid.</summary>
    public ImmutableArray<string> Problems { get; }

    /// <summary>Pairs the scores of two arms.</summary>
    /// <param name="first">Scores of the arm the claim speaks for, in any order.</param>
    /// <param name="second">Scores of the arm it is compared with, in any order.</param>
    /// <param name="unit">What counts as one independent pair.</param>
    /// <returns>One difference per whole unit, what is lacking and what cannot be.</returns>
    /// <exception cref="ArgumentException">An arm has two scores for the same (draw, split, train seed).</exception>
    public static PairedDifferences Between(IEnumerable<ArmScore> first, IEnumerable<ArmScore> second, ReplicationUnit unit)
    {
        var (a, b) = (new ArmTable("first", first), new ArmTable("second", second));
        int[] draws = [.. a.Draws.Union(b.Draws).Order()];
        int[] splits = [.. a.Splits.Union(b.Splits).Order()];
        var lacking = ImmutableArray.CreateBuilder<string>();
        var values = ImmutableArray.CreateBuilder<double>();
        foreach (var draw in draws)
        {
            double[] cells = [.. splits.Select(split => a.Mean(draw, split, lacking) - b.Mean(draw, split, lacking))];
            if (unit == ReplicationUnit.Split) values.AddRange(cells.Where(double.IsFinite));
            else if (cells.All(double.IsFinite)) values.Add(SampleMoments.Of(cells).Mean);
        }
        return new PairedDifferences(unit, values.ToImmutable(), lacking.ToImmutable(), [.. a.Impossible, .. b.Impossible]);
    }

    private sealed class ArmTable
    {
        private readonly string _name;
        private readonly SortedDictionary<(int Draw, int Split, int Seed), double> _scores = [];
        private readonly int[] _seeds;

        public ArmTable(string name, IEnumerable<ArmScore> scores)
        {
            ArgumentNullException.ThrowIfNull(scores);
            _name = name;
            foreach (var (draw, split, seed, value) in scores)
                if (!_scores.TryAdd((draw, split, seed), value))
                    throw new ArgumentException(
                        $"The {name} arm has two scores for draw {draw}, split {split}, train seed {seed}.", nameof(scores));
            _seeds = [.. _scores.Keys.Select(key => key.Seed).Distinct().Order()];
        }

        public IEnumerable<int> Draws => _scores.Keys.Select(key => key.Draw).Distinct();

        public IEnumerable<int> Splits => _scores.Keys.Select(key => key.Split).Distinct();

        public IEnumerable<string> Impossible => _scores.Where(entry => !double.IsFinite(entry.Value)).Select(entry =>
            $"the {_name} arm has the impossible score {entry.Value.ToString(CultureInfo.InvariantCulture)} "
            + $"at draw {entry.Key.Draw}, split {entry.Key.Split}, train seed {entry.Key.Seed}");

        // NaN where the cell is not whole or holds an impossible score: either way its unit does not count.
        public double Mean(int draw, int split, ImmutableArray<string>.Builder lacking)
        {
            int[] missing = [.. _seeds.Where(seed => !_scores.ContainsKey((draw, split, seed)))];
            if (missing.Length > 0)
                lacking.Add($"the {_name} arm lacks train seed {string.Join(", ", missing)} at draw {draw}, split {split}");
            if (_seeds.Length == 0) lacking.Add($"the {_name} arm has no score at draw {draw}, split {split}");
            if (missing.Length > 0 || _seeds.Length == 0) return double.NaN;
            double[] values = [.. _seeds.Select(seed => _scores[(draw, split, seed)])];
            return values.All(double.IsFinite) ? SampleMoments.Of(values).Mean : double.NaN;
        }
    }
}
