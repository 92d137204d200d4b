using MathNet.Numerics.Distributions;

namespace QmlBench.Suites.Statistics;

/// <summary>McNemar's exact test on the stored predictions of two models on the same samples of one split.</summary>
/// <remarks>
/// Only samples that exactly one model classifies correctly tell the models apart; under the null hypothesis each falls to either
/// side with probability ½. p = min(1, 2·P(X ≤ min(b, c))), X binomial(b + c, ½). Mid-p takes off P(X = min). Without a
/// discordant sample both are 1. Sources: McNemar (1947), Psychometrika 12; Fagerland, Lydersen and Laake (2013), BMC
/// Med. Res. Methodol. 13.
/// </remarks>
public sealed record McNemar
{
    /// <summary>Runs the test on counts.</summary>
    /// <param name="onlyFirst">Samples b that only the first model classifies correctly, ≥ 0.</param>
    /// <param name="onlySecond">Samples c that only the second model classifies correctly, ≥ 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A negative count.</exception>
    public McNemar(int onlyFirst, int onlySecond)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(onlyFirst);
        ArgumentOutOfRangeException.ThrowIfNegative(onlySecond);
        OnlyFirst = onlyFirst;
        OnlySecond = onlySecond;
        var (least, n) = (Math.Min(onlyFirst, onlySecond), checked(onlyFirst + onlySecond));
        var tail = 2 * Binomial.CDF(0.5, n, least);
        P = Math.Min(1, tail);
        MidP = Math.Min(1, tail - Binomial.PMF(0.5, n, least));
    }

    /// <summary>Samples b that only the first model classifies correctly.</summary>
    public int OnlyFirst { get; }

    /// <summary>Samples c that only the second model classifies correctly.</summary>
    public int OnlySecond { get; }

    /// <summary>Discordant samples b + c.</summary>
    public int Discordant => OnlyFirst + OnlySecond;

    /// <summary>Exact two-sided p.</summary>
    public double P { get; }

    /// <summary>Mid-p, less conservative than <see cref="P"/>.</summary>
    public double MidP { get; }

    /// <summary>Runs the test on per-sample correctness.</summary>
    /// <param name="firstCorrect">Whether the first model is right, per sample.</param>
    /// <param name="secondCorrect">Whether the second model is right, per sample, in the same order.</param>
    /// <returns>Counts and p.</returns>
    /// <exception cref="ArgumentException">The two differ in length.</exception>
    public static McNemar From(ReadOnlySpan<bool> firstCorrect, ReadOnlySpan<bool> secondCorrect)
    {
        if (firstCorrect.Length != secondCorrect.Length)
            throw new ArgumentException(
                $"Both models must be judged on the same samples, but there are {firstCorrect.Length} and {secondCorrect.Length}.",
                nameof(secondCorrect));
        var (b, c) = (0, 0);
        for (var i = 0; i < firstCorrect.Length; i++)
        {
            if (firstCorrect[i] && !secondCorrect[i]) b++;
            if (!firstCorrect[i] && secondCorrect[i]) c++;
        }
        return new McNemar(b, c);
    }
}
