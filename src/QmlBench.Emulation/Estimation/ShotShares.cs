using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Estimation;

/// <summary>Shares a total of shots among groups in proportion to their weights.</summary>
internal static class ShotShares
{
    /// <summary>
    /// Whole shares that add up to the total, each at least 1: one shot for every group, the rest in proportion, remainders to the
    /// largest fraction (the earlier group at a tie).
    /// </summary>
    /// <param name="total">Shots to share.</param>
    /// <param name="weights">Σ|coefficient| of each group, not negative.</param>
    /// <exception cref="ExecutionRefusedException">There are fewer shots than groups.</exception>
    public static long[] Of(long total, ReadOnlySpan<double> weights)
    {
        if (total < weights.Length)
        {
            throw new ExecutionRefusedException(
                $"{total} shots cannot be shared by {weights.Length} groups of commuting observables: "
                + "each needs at least one. Ask for more shots.");
        }

        var shares = new long[weights.Length];
        var fractions = new double[weights.Length];
        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var left = total - weights.Length;
        var spent = 0L;
        for (var group = 0; group < shares.Length; group++)
        {
            var ideal = sum > 0 ? left * (weights[group] / sum) : (double)left / shares.Length;
            var whole = Math.Min((long)Math.Floor(ideal), left - spent);
            shares[group] = 1 + whole;
            fractions[group] = ideal - whole;
            spent += whole;
        }

        foreach (var group in Enumerable.Range(0, shares.Length).OrderByDescending(index => fractions[index]).Take((int)(left - spent)))
        {
            shares[group]++;
        }

        return shares;
    }
}
