using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.Wrapping;

/// <summary>Splits the shots of a row among the parts of a technique.</summary>
internal static class ShotSplit
{
    /// <summary>Whole shares that add up to the total, in proportion to weights beyond a least share.</summary>
    /// <param name="total">Shots of a row.</param>
    /// <param name="weights">Weight of each part, not negative, not all 0.</param>
    /// <param name="least">Fewest shots of a part, at least 1.</param>
    /// <param name="technique">Named in the refusal.</param>
    /// <remarks>Remainders go to the largest fractions, the earlier part at a tie.</remarks>
    /// <exception cref="ExecutionRefusedException">The total is below parts · least.</exception>
    public static long[] Of(long total, ReadOnlySpan<double> weights, long least, string technique)
    {
        var left = total - (weights.Length * least);
        if (left < 0)
        {
            throw new ExecutionRefusedException(
                $"{total} shots a row are too few for {technique}, which runs {weights.Length} circuits with at least {least} shots each; "
                + $"ask for {weights.Length * least} or more.");
        }

        var sum = 0.0;
        foreach (var weight in weights)
        {
            sum += weight;
        }

        var shares = new long[weights.Length];
        var fractions = new double[weights.Length];
        var spent = 0L;
        for (var part = 0; part < shares.Length; part++)
        {
            var ideal = left * (weights[part] / sum);
            var whole = Math.Min((long)Math.Floor(ideal), left - spent);
            shares[part] = least + whole;
            fractions[part] = ideal - whole;
            spent += whole;
        }

        foreach (var part in Enumerable.Range(0, shares.Length).OrderByDescending(index => fractions[index]).Take((int)(left - spent)))
        {
            shares[part]++;
        }

        return shares;
    }
}
