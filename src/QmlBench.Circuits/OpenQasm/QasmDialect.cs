namespace QmlBench.Circuits.OpenQasm;

/// <summary>For whom a text is written. All but the first use only what the loader in question was seen to read with the same
/// state.</summary>
public enum QasmDialect : byte
{
    /// <summary>The language itself, exact by the letter; reads back here to the same circuit.</summary>
    Specification,

    /// <summary>What Qiskit, Cirq and (OpenQASM 2) pytket read alike.</summary>
    Common,

    /// <summary><c>qiskit.qasm2.loads</c>, <c>qiskit.qasm3.loads</c>.</summary>
    Qiskit,

    /// <summary><c>cirq.contrib.qasm_import</c>.</summary>
    Cirq,

    /// <summary><c>pennylane.from_qasm</c>, <c>pennylane.from_qasm3</c>.</summary>
    PennyLane,

    /// <summary><c>braket.circuits.Circuit.from_ir</c>; OpenQASM 3 only.</summary>
    Braket,

    /// <summary><c>pytket.qasm</c>; OpenQASM 2 only.</summary>
    Pytket,
}
