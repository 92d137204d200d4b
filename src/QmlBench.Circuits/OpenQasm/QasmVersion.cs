namespace QmlBench.Circuits.OpenQasm;

/// <summary>Which language a text is in.</summary>
public enum QasmVersion : byte
{
    /// <summary>OpenQASM 2 (arXiv:1707.03429), with the legacy additions of Qiskit's <c>qelib1.inc</c>.</summary>
    OpenQasm2,

    /// <summary>OpenQASM 3 (arXiv:2104.14722).</summary>
    OpenQasm3,
}
