namespace QmlBench.Devices;

/// <summary>Figures of a gate site that few vendors give, as reported. Null means that the figure was not given.</summary>
public sealed record SiteDetails
{
    /// <summary>No further figure.</summary>
    public static SiteDetails None { get; } = new();

    /// <summary>The part of the error that no calibration could undo, as randomized or cross-entropy benchmarking reports it.</summary>
    /// <remarks>The semantics <c>google</c> takes the dephasing time from that of one-qubit gates.</remarks>
    public double? IncoherentError { get; init; }

    /// <summary>Average gate infidelity when no other coupler is driven; the error of the site is that with all in parallel.</summary>
    public double? IsolatedError { get; init; }

    /// <summary>The incoherent error when no other coupler is driven.</summary>
    public double? IsolatedIncoherentError { get; init; }

    /// <summary>Seconds for which the operands relax, where that is not the duration; only the semantics <c>google</c> asks.</summary>
    public double? RelaxationDuration { get; init; }
}
