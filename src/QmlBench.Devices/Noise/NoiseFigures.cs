namespace QmlBench.Devices.Noise;

/// <summary>What a profile says about noise beyond the errors and times of gates and qubits. Everything may be absent.</summary>
/// <remarks>Kept exactly as written; what becomes of it is decided where noise is derived. Format: <c>devices/README.md</c>.</remarks>
public sealed record NoiseFigures
{
    /// <summary>Nothing beyond the figures of gates and qubits.</summary>
    public static NoiseFigures None { get; } = new();

    /// <summary>Sources the profile switches on beside those of its semantics, ascending (ordinal); each in
    /// <see cref="NoiseSourceWords.All"/>. Written <c>with</c>.</summary>
    public ValueList<string> With { get; init; }

    /// <summary>What is done where a reported error is below what relaxation alone gives; null means
    /// <see cref="CoherenceLimitPolicy.Keep"/>.</summary>
    public CoherenceLimitPolicy? CoherenceLimit { get; init; }

    /// <summary>Temperature of the qubits in kelvin that state none of their own; null means 0.</summary>
    public double? Temperature { get; init; }

    /// <summary>Always-on interaction between coupled qubits; null if not given.</summary>
    public Crosstalk? Crosstalk { get; init; }

    /// <summary>Coherent errors per gate, sorted by gate (ordinal).</summary>
    public ValueList<CoherentGate> Coherent { get; init; }

    /// <summary>Errors of neighbours while a gate runs, sorted by gate (ordinal).</summary>
    public ValueList<SpectatorGate> Spectators { get; init; }

    /// <summary>Readout of several qubits whose errors depend on each other, sorted by first qubit.</summary>
    public ValueList<ReadoutGroup> ReadoutGroups { get; init; }

    /// <summary>Noise written out as channels; null if not given.</summary>
    public ExplicitNoise? Explicit { get; init; }
}
