using System.Collections.Immutable;
using QmlBench.Emulation.Estimation;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Programs;

/// <summary>Makes outcome distributions.</summary>
internal static class Distributions
{
    /// <summary>The outcomes of probability above 0; roundings below 0 are taken as 0.</summary>
    public static OutcomeDistribution Exact(int bits, ReadOnlySpan<double> probabilities)
    {
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        for (var outcome = 0; outcome < probabilities.Length; outcome++)
        {
            if (probabilities[outcome] > 0)
            {
                outcomes.Add(new((ulong)outcome, probabilities[outcome], 0));
            }
        }

        return new(bits, outcomes.ToImmutable(), 0);
    }

    /// <summary>Counted outcomes.</summary>
    public static OutcomeDistribution Sampled(int bits, OutcomeCounts counts, long shots)
    {
        var outcomes = ImmutableArray.CreateBuilder<Outcome>(counts.Outcomes.Length);
        for (var index = 0; index < counts.Outcomes.Length; index++)
        {
            outcomes.Add(new(counts.Outcomes[index], counts.Counts[index] / (double)shots, counts.Counts[index]));
        }

        return new(bits, outcomes.MoveToImmutable(), shots);
    }
}
