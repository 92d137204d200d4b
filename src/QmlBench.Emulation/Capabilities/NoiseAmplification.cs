using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Capabilities;

/// <summary>The same schedule under amplified noise. Readout is left as it is; idle noise scales with the time waited.</summary>
internal sealed class NoiseAmplification(EmulatedProgram program) : INoiseScaling
{
    public IProgram Amplify(double factor, ScalingRule rule)
    {
        var prepared = program.Prepared.With(program.Prepared.Model.Amplify(factor, rule));
        return ReferenceEquals(prepared, program.Prepared) ? program : new EmulatedProgram(prepared);
    }
}
