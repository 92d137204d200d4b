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

    /// <summary>Unitary errors of gates, where the profile has <c>coherent</c>; written <c>coherent</c>.</summary>
    Coherent = 32,

    /// <summary>Static ZZ between coupled qubits, where the profile has <c>crosstalk</c>; written <c>crosstalk</c>.</summary>
    Crosstalk = 64,

    /// <summary>Errors of neighbours while a gate runs, where the profile has <c>spectator</c>; written <c>spectator</c>.</summary>
    Spectator = 128,

    /// <summary>Channels that the profile writes out under <c>noise</c>; written <c>custom</c>.</summary>
    Custom = 256,

    /// <summary>Every source.</summary>
    All = Gate | Relaxation | Idle | Readout | Population | Coherent | Crosstalk | Spectator | Custom,
}
