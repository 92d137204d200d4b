using QmlBench.Numerics.Randomness;

namespace QmlBench.Emulation.Estimation;

/// <summary>Outcomes that occurred, ascending, and how often.</summary>
/// <param name="Outcomes">The bits of each outcome, bit 0 least significant.</param>
/// <param name="Counts">Its count, at least 1.</param>
internal sealed record OutcomeCounts(ulong[] Outcomes, long[] Counts)
{
    /// <summary>Counts drawn from probabilities.</summary>
    /// <param name="probabilities">Of every outcome.</param>
    /// <param name="shots">How many are drawn.</param>
    /// <param name="stream">The randomness.</param>
    public static OutcomeCounts Drawn(ReadOnlySpan<double> probabilities, long shots, RandomStream stream)
    {
        var counts = new long[probabilities.Length];
        stream.Multinomial(probabilities, shots, counts);
        var occurred = counts.Count(count => count > 0);
        var (outcomes, kept) = (new ulong[occurred], new long[occurred]);
        var next = 0;
        for (var outcome = 0; outcome < counts.Length; outcome++)
        {
            if (counts[outcome] > 0)
            {
                (outcomes[next], kept[next]) = ((ulong)outcome, counts[outcome]);
                next++;
            }
        }

        return new(outcomes, kept);
    }

    /// <summary>Counts of single shots.</summary>
    /// <param name="draws">The bits of each shot, in parts.</param>
    public static OutcomeCounts Of(IEnumerable<ulong[]> draws)
    {
        var counts = new SortedDictionary<ulong, long>();
        foreach (var part in draws)
        {
            foreach (var outcome in part)
            {
                counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
            }
        }

        return new([.. counts.Keys], [.. counts.Values]);
    }

    /// <summary>The outcomes without their lowest bits, equal ones counted together.</summary>
    public OutcomeCounts Drop(int bits)
    {
        if (bits == 0)
        {
            return this;
        }

        var sums = new SortedDictionary<ulong, long>();
        for (var index = 0; index < Outcomes.Length; index++)
        {
            var left = Outcomes[index] >> bits;
            sums[left] = sums.GetValueOrDefault(left) + Counts[index];
        }

        return new([.. sums.Keys], [.. sums.Values]);
    }
}
