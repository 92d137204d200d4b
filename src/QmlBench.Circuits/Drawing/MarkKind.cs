namespace QmlBench.Circuits.Drawing;

/// <summary>How an operation looks on one wire.</summary>
internal enum MarkKind : byte
{
    /// <summary>A box with a label.</summary>
    Box,

    /// <summary>A dot: a control, or a phase on |1…1⟩.</summary>
    Dot,

    /// <summary>A plus in a circle: the target of a controlled X.</summary>
    Plus,

    /// <summary>A cross: one of two qubits exchanged.</summary>
    Cross,

    /// <summary>A barrier.</summary>
    Barrier,

    /// <summary>A measurement.</summary>
    Meter,
}
