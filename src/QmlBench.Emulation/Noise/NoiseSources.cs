namespace QmlBench.Emulation.Noise;

/// <summary>Where noise comes from; each can be switched on and off by name (<see cref="NoiseSourceNames"/>).</summary>
[Flags]
public enum NoiseSources
{
    /// <summary>No noise.</summary>
    None = 0,

    /// <summary>Depolarizing that makes up the reported gate error; written <c>gate</c>.</summary>
    Gate = 1,

    /// <summary>Relaxation during gates and resets; written <c>relaxation</c>.</summary>
    Relaxation = 2,

    /// <summary>Relaxation during delays; written <c>idle</c>.</summary>
    Idle = 4,

    /// <summary>Confusion of recorded bits; written <c>readout</c>.</summary>
    Readout = 8,

    /// <summary>Thermal population of the excited state, where a temperature is given; written <c>population</c>.</summary>
    Population = 16,

    /// <summary>Every source that this version knows.</summary>
    All = Gate | Relaxation | Idle | Readout | Population,
}
