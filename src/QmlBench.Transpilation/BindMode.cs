namespace QmlBench.Transpilation;

/// <summary>How a parameter enters the compiled circuit.</summary>
public enum BindMode
{
    /// <summary>Only through angles of rz: one structure for all rows, so parameter-shift and reverse mode agree.</summary>
    Template,

    /// <summary>One-qubit runs fused anew for every row: fewer pulses, but the noise depends on the value.</summary>
    Refuse
}
