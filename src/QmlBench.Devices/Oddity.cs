namespace QmlBench.Devices;

/// <summary>Something real calibration data contain that is an error in a file unless the file says <c>accept: […]</c>.</summary>
public enum Oddity
{
    /// <summary>T2 above 2·T1 (values measured at different times); clamped to 2·T1. Written <c>t2-above-2t1</c>.</summary>
    T2AboveTwiceT1,

    /// <summary>A two-qubit gate with error 1 or more, or a coupler without gate; not used. Written <c>dead-couplers</c>.</summary>
    DeadCouplers,

    /// <summary>A one-qubit gate with error 1 or more; the qubit is not used. Written <c>dead-qubits</c>.</summary>
    DeadQubits,

    /// <summary>A readout probability above 1/2, or P(1|0) + P(0|1) ≥ 1; used as it stands. Written <c>readout-beyond-half</c>.</summary>
    ReadoutBeyondHalf,

    /// <summary>A single readout error that is not the mean of the pair; the semantics chooses. Written
    /// <c>readout-error-differs</c>.</summary>
    ReadoutErrorDiffers,

    /// <summary>No T1, T2, readout, gate error or duration; the effect is left out. Written <c>missing-figures</c>.</summary>
    MissingFigures,
}
