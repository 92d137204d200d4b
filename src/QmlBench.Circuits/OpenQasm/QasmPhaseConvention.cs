namespace QmlBench.Circuits.OpenQasm;

/// <summary>What <c>U</c>, <c>u2</c> and <c>u3</c> mean in an OpenQASM 3 text; they differ by a phase, which shows under control.</summary>
public enum QasmPhaseConvention : byte
{
    /// <summary>By the letter: <c>U(θ,φ,λ)</c> is e^{iθ/2} and <c>u2</c>, <c>u3</c> of <c>stdgates.inc</c> are e^{−i(φ+λ)/2} times
    /// <see cref="Gates.StandardGates.U"/>.</summary>
    Specification,

    /// <summary>As Qiskit and Braket read and write them: all are <see cref="Gates.StandardGates.U"/>.</summary>
    Qiskit,
}
