using System.Collections.Immutable;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Emulation.Programs;

/// <summary>Makes outcome distributions of dense probabilities.</summary>
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

    /// <summary>Counts drawn from the probabilities.</summary>
    public static OutcomeDistribution Sampled(int bits, ReadOnlySpan<double> probabilities, long shots, RandomStream stream)
    {
        var counts = new long[probabilities.Length];
        stream.Multinomial(probabilities, shots, counts);
        var outcomes = ImmutableArray.CreateBuilder<Outcome>();
        for (var outcome = 0; outcome < counts.Length; outcome++)
        {
            if (counts[outcome] > 0)
            {
                outcomes.Add(new((ulong)outcome, counts[outcome] / (double)shots, counts[outcome]));
            }
        }

        return new(bits, outcomes.ToImmutable(), shots);
    }
}
