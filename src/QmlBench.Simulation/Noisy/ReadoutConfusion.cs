namespace QmlBench.Simulation.Noisy;

/// <summary>How a measured bit is recorded: the two error probabilities of the classical reading of one qubit.</summary>
/// <remarks>
/// The state after the measurement is the true one; only the record is wrong. Both 0 is a perfect reading; a sum above 1 is allowed.
/// </remarks>
public sealed record ReadoutConfusion
{
    /// <summary>A confusion from its two probabilities.</summary>
    /// <param name="oneGivenZero">Probability of recording 1 when the qubit is 0.</param>
    /// <param name="zeroGivenOne">Probability of recording 0 when the qubit is 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A probability lies outside [0, 1].</exception>
    public ReadoutConfusion(double oneGivenZero, double zeroGivenOne)
    {
        Channels.ChannelArguments.ThrowUnlessBetween(oneGivenZero, 0.0, 1.0, "P(1 recorded | 0)");
        Channels.ChannelArguments.ThrowUnlessBetween(zeroGivenOne, 0.0, 1.0, "P(0 recorded | 1)");
        OneGivenZero = oneGivenZero;
        ZeroGivenOne = zeroGivenOne;
    }

    /// <summary>Probability of recording 1 when the qubit is 0.</summary>
    public double OneGivenZero { get; }

    /// <summary>Probability of recording 0 when the qubit is 1.</summary>
    public double ZeroGivenOne { get; }

    /// <summary>The perfect reading.</summary>
    public static ReadoutConfusion None { get; } = new(0.0, 0.0);

    /// <summary>Probability that <paramref name="recorded"/> is written when the qubit is <paramref name="actual"/>.</summary>
    public double Probability(int actual, int recorded)
    {
        double one = actual == 0 ? OneGivenZero : 1.0 - ZeroGivenOne;
        return recorded == 1 ? one : 1.0 - one;
    }

    /// <summary>
    /// What Z becomes when it is computed from the recorded bit: scale·Z + offset·I, scale = 1 − P(1|0) − P(0|1), offset = P(0|1) −
    /// P(1|0).
    /// </summary>
    public (double Scale, double Offset) RecordedZ => (1.0 - OneGivenZero - ZeroGivenOne, ZeroGivenOne - OneGivenZero);
}
