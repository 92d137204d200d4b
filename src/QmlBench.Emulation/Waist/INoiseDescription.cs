namespace QmlBench.Emulation.Waist;

/// <summary>The channel of every instruction: for cancellation, inverse propagation and the noise budget.</summary>
public interface INoiseDescription : ICapability
{
    /// <summary>The program as physics sees it: gates, channels with the name of their source, measurements.</summary>
    NoisyProgram Describe();
}
