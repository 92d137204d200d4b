namespace QmlBench.Circuits;

/// <summary>Functions of one argument that an <see cref="Angle"/> expression may hold; names as in OpenQASM 3.</summary>
public enum AngleFunction : byte
{
    /// <summary>sin x.</summary>
    Sin,

    /// <summary>cos x.</summary>
    Cos,

    /// <summary>tan x.</summary>
    Tan,

    /// <summary>Principal arcsine, in [−π/2, π/2].</summary>
    Arcsin,

    /// <summary>Principal arccosine, in [0, π].</summary>
    Arccos,

    /// <summary>Principal arctangent, in (−π/2, π/2).</summary>
    Arctan,

    /// <summary>e to the power x.</summary>
    Exp,

    /// <summary>Natural logarithm.</summary>
    Log,

    /// <summary>Square root.</summary>
    Sqrt,
}
