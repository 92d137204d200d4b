using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Capabilities;

/// <summary>The noisy circuit as it is simulated.</summary>
internal sealed class ChannelDescription(Preparation prepared) : INoiseDescription
{
    public NoisyProgram Describe() => new(prepared.Noisy, prepared.Active.DeviceQubits);
}
