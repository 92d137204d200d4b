namespace QmlBench.Emulation.Waist;

/// <summary>Exact amplification of the noise; factor 1 gives the same bits.</summary>
public interface INoiseScaling : ICapability
{
    /// <summary>A program whose noise is <paramref name="factor"/> times as strong.</summary>
    /// <param name="factor">Factor s ≥ 0.</param>
    /// <param name="rule">What "times as strong" means.</param>
    /// <exception cref="ExecutionRefusedException">A scaled λ exceeds what is possible; names gate and site.</exception>
    IProgram Amplify(double factor, ScalingRule rule);
}
