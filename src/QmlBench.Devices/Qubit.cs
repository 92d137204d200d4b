namespace QmlBench.Devices;

/// <summary>The figures of one qubit, in SI units. Null means that the figure was not given.</summary>
public sealed record Qubit
{
    /// <summary>The vendor's own name of the qubit, such as <c>QB3</c> or <c>4_1</c>.</summary>
    public string? Label { get; init; }

    /// <summary>Energy relaxation time T1 in seconds; null means none is modelled (infinite).</summary>
    public double? T1 { get; init; }

    /// <summary>Coherence time T2 (Hahn echo) in seconds, as reported: may exceed 2·T1, and is clamped to it where noise is
    /// derived.</summary>
    public double? T2 { get; init; }

    /// <summary>Transition frequency in hertz; only the thermal population depends on it.</summary>
    public double? Frequency { get; init; }

    /// <summary>Anharmonicity in hertz; negative for transmons.</summary>
    public double? Anharmonicity { get; init; }

    /// <summary>Readout figures.</summary>
    public Readout Readout { get; init; } = Readout.Unknown;

    /// <summary>Duration of a reset in seconds; null means that a reset is taken as instantaneous.</summary>
    public double? ResetDuration { get; init; }

    /// <summary>Temperature in kelvin, which with the frequency gives the thermal population; null means the device's.</summary>
    public double? Temperature { get; init; }

    /// <summary>Place in the vendor's drawing.</summary>
    public GridPoint? Position { get; init; }
}
