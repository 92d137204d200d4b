namespace QmlBench.Suites.Statistics;

/// <summary>Mid-ranks of |d| with the signs of d, and the null distribution of their positive sum.</summary>
internal sealed class SignedRanks
{
    private readonly int[] _doubledRanks;   // of the non-zero differences; twice a mid-rank is a whole number
    private readonly int _doubledPlus;      // their sum over the positive ones

    private SignedRanks(int count, ZeroRule zeros, int[] doubledRanks, int doubledPlus, double zeroShare, double mean, double variance)
    {
        (Count, Zeros, _doubledRanks, _doubledPlus) = (count, zeros, doubledRanks, doubledPlus);
        WPlus = doubledPlus / 2.0 + zeroShare;
        WMinus = (doubledRanks.Sum() - doubledPlus) / 2.0 + zeroShare;
        (NormalMean, NormalVariance) = (mean, variance);
    }

    public int Count { get; }

    public ZeroRule Zeros { get; }

    public int NonZero => _doubledRanks.Length;

    public double WPlus { get; }

    public double WMinus { get; }

    /// <summary>Mean of W⁺ in the normal approximation.</summary>
    public double NormalMean { get; }

    /// <summary>Variance of W⁺ in the normal approximation, corrected for ties.</summary>
    public double NormalVariance { get; }

    public static SignedRanks Of(ReadOnlySpan<double> differences, ZeroRule rule)
    {
        Check.Sample(differences, 1, nameof(differences));
        double[] kept = [.. differences.ToArray().Where(d => rule != ZeroRule.Wilcox || d != 0).OrderBy(Math.Abs)];
        var (ranks, plus, zeros, tieLoss) = (new List<int>(), 0, 0, 0.0);
        for (int start = 0, end; start < kept.Length; start = end)
        {
            end = EndOfTie(kept, start);
            var (size, doubledRank, isZero) = ((double)(end - start), start + end + 1, kept[start] == 0);
            if (isZero) zeros = end - start;
            else ranks.AddRange(Enumerable.Repeat(doubledRank, end - start));
            plus += doubledRank * kept[start..end].Count(d => d > 0);
            if (!isZero || rule == ZeroRule.ZSplit) tieLoss += size * (size * size - 1);
        }
        return Create(differences.Length, rule, [.. ranks], plus, kept.Length, zeros, tieLoss);
    }

    /// <summary>P(W⁺ ≥ w) and P(W⁺ ≤ w) over all 2ⁿ patterns of signs.</summary>
    public (double Greater, double Less) ExactTails()
    {
        var probability = new double[_doubledRanks.Sum() + 1];
        probability[0] = 1;
        var top = 0;
        foreach (var rank in _doubledRanks)
        {
            top += rank;
            for (var sum = top; sum >= 0; sum--)
                probability[sum] = 0.5 * (probability[sum] + (sum >= rank ? probability[sum - rank] : 0));
        }
        var (greater, less) = (0.0, 0.0);
        for (var sum = probability.Length - 1; sum >= _doubledPlus; sum--) greater += probability[sum];
        for (var sum = 0; sum <= _doubledPlus; sum++) less += probability[sum];
        return (Math.Min(1, greater), Math.Min(1, less));
    }

    private static int EndOfTie(double[] sorted, int start)
    {
        var end = start + 1;
        while (end < sorted.Length && Math.Abs(sorted[end]) == Math.Abs(sorted[start])) end++;
        return end;
    }

    private static SignedRanks Create(int all, ZeroRule rule, int[] ranks, int plus, int ranked, int zeros, double tieLoss)
    {
        var dropped = rule == ZeroRule.Pratt ? (double)zeros : 0;
        var (n, zeroShare) = ((double)ranked, rule == ZeroRule.ZSplit ? zeros * (zeros + 1.0) / 4 : 0);
        var mean = (n * (n + 1) - dropped * (dropped + 1)) / 4;
        var variance = (n * (n + 1) * (2 * n + 1) - dropped * (dropped + 1) * (2 * dropped + 1) - tieLoss / 2) / 24;
        return new SignedRanks(all, rule, ranks, plus, zeroShare, mean, variance);
    }
}
