namespace QmlBench.Emulation.Waist;

/// <summary>How parameters enter a native circuit.</summary>
public enum Binding
{
    /// <summary>Only in angles of rz: one structure for all rows, so that parameter-shift and reverse mode agree.</summary>
    Template,

    /// <summary>One-qubit runs are fused again for every row: the noise depends on the value, and parameter-shift is ruled out.</summary>
    Refuse,
}
