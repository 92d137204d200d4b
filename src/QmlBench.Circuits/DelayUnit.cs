namespace QmlBench.Circuits;

/// <summary>Unit of a <see cref="DelayTime"/>.</summary>
public enum DelayUnit : byte
{
    /// <summary>Seconds (a text's ns, us and ms are converted exactly in decimal).</summary>
    Seconds,

    /// <summary>Sample times of the device that runs the circuit.</summary>
    Dt,
}
