namespace QmlBench.Circuits;

/// <summary>What an operation of a circuit is.</summary>
public enum OperationKind : byte
{
    /// <summary>A unitary gate.</summary>
    Gate,

    /// <summary>Measurement of one qubit in the Z basis into one classical bit.</summary>
    Measure,

    /// <summary>One qubit is set to |0⟩.</summary>
    Reset,

    /// <summary>Qubits wait.</summary>
    Delay,

    /// <summary>Nothing may be moved across, on the qubits named.</summary>
    Barrier,
}
