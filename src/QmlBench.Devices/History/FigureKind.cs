namespace QmlBench.Devices.History;

/// <summary>The figures that are followed over time.</summary>
public enum FigureKind
{
    /// <summary>Energy relaxation time of a qubit, in seconds.</summary>
    T1,

    /// <summary>Coherence time of a qubit, in seconds.</summary>
    T2,

    /// <summary>Average gate infidelity of a one-qubit gate.</summary>
    OneQubitError,

    /// <summary>Average gate infidelity of a two-qubit gate.</summary>
    TwoQubitError,

    /// <summary>Readout error of a qubit.</summary>
    ReadoutError,
}
