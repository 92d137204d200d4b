using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation;

/// <summary>
/// What the noise model predicts of a compiled program before it is simulated: Π F_avg over all channels, idle relaxation included, times the
/// probability that each measured bit is read right. It needs no state, so it serves registers of any size and symbolic angles.
/// </summary>
public static class PredictedFidelity
{
    /// <summary>The prediction for a program, between 0 and 1.</summary>
    /// <param name="program">A program that describes its noise.</param>
    /// <exception cref="ExecutionRefusedException">The program does not describe its noise.</exception>
    public static double Of(IProgram program)
    {
        ArgumentNullException.ThrowIfNull(program);
        var description = program.Find<INoiseDescription>()
            ?? throw new ExecutionRefusedException("The program does not describe its noise, so no fidelity can be predicted for it.");
        var product = 1.0;
        foreach (var step in description.Describe().Circuit.Steps)
        {
            product *= step switch
            {
                ChannelStep channel => channel.Channel.AverageGateFidelity,
                MeasureStep { Readout: { } readout } => 1.0 - ((readout.OneGivenZero + readout.ZeroGivenOne) / 2.0),
                _ => 1.0,
            };
        }

        return product;
    }
}
