using QmlBench.Emulation.Waist;
using QmlBench.Numerics;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Noise;

/// <summary>
/// Powers of a readout confusion by its generator: the same stationary bit, parity factor 1 − P(1|0) − P(0|1) to the power s.
/// </summary>
internal static class ReadoutPower
{
    /// <summary>The confusion scaled by a factor.</summary>
    /// <param name="confusion">The confusion.</param>
    /// <param name="factor">s ≥ 0; 1 changes nothing.</param>
    /// <param name="place">Named when the power does not exist.</param>
    /// <exception cref="ExecutionRefusedException">The parity factor is not above 0 and s is not 1.</exception>
    public static ReadoutConfusion Of(ReadoutConfusion confusion, double factor, string place)
    {
        var sum = confusion.OneGivenZero + confusion.ZeroGivenOne;
        if (factor == 1 || sum == 0)
        {
            return confusion;
        }

        if (sum >= 1)
        {
            throw new ExecutionRefusedException(
                $"The readout of {place} has P(1|0) + P(0|1) = {sum} ≥ 1: it has no generator that could be scaled by {factor}. "
                + "Leave the noise scale at 1 or switch readout error off.");
        }

        var lost = 1 - Elementary.Pow(1 - sum, factor);
        return new(confusion.OneGivenZero / sum * lost, confusion.ZeroGivenOne / sum * lost);
    }
}
