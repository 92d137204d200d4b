using System.Collections.Immutable;
using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.Wrapping;

/// <summary>Distributions that techniques correct: they add up to 1, but an entry may be negative.</summary>
internal static class QuasiProbabilities
{
    /// <summary>Entries up to this size are rounding of an exact 0.</summary>
    private const double Rounding = 1e-14;

    /// <summary>What the reader of corrected bitstrings must know.</summary>
    public static Notice Notice(string technique) => new(
        technique,
        "Corrected bitstrings are quasi-probabilities: they add up to 1, single ones may be negative, and counts are not given.");

    /// <summary>A distribution of dense quasi-probabilities.</summary>
    public static OutcomeDistribution Of(int bits, ReadOnlySpan<double> dense, long shots)
    {
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        for (var outcome = 0; outcome < dense.Length; outcome++)
        {
            if (Math.Abs(dense[outcome]) > Rounding)
            {
                outcomes.Add(new((ulong)outcome, dense[outcome], 0));
            }
        }

        return new(bits, outcomes.ToImmutable(), shots);
    }

    /// <summary>A distribution as a vector of 2^bits entries.</summary>
    public static double[] Dense(OutcomeDistribution distribution)
    {
        var dense = new double[1L << distribution.Bits];
        foreach (var outcome in distribution.Outcomes)
        {
            dense[outcome.Bits] = outcome.Probability;
        }

        return dense;
    }

    /// <summary>Σ wᵢ·pᵢ of the distributions of every row.</summary>
    public static Samples Combine(ReadOnlySpan<double> weights, Samples[] parts, Method method, IEnumerable<Notice> notices)
    {
        var bits = parts[0].Bits;
        var rows = ImmutableArray.CreateBuilder<OutcomeDistribution>(parts[0].Distributions.Length);
        for (var row = 0; row < parts[0].Distributions.Length; row++)
        {
            var (sum, shots) = (new double[1L << bits], 0L);
            for (var part = 0; part < parts.Length; part++)
            {
                var distribution = parts[part].Distributions[row];
                LinearCombination.AddScaled(sum, Dense(distribution), weights[part]);
                shots += distribution.Shots;
            }

            rows.Add(Of(bits, sum, shots));
        }

        var spent = parts.Aggregate(default(Ledger), (ledger, part) => ledger + part.Spent);
        return new(bits, rows.MoveToImmutable(), spent, method, [.. parts.SelectMany(part => part.Notices).Concat(notices).Distinct()]);
    }
}
