using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>What a name stands for.</summary>
internal abstract record Symbol(Place Place)
{
    /// <summary>The kind in words, for messages.</summary>
    internal abstract string Kind { get; }
}

/// <summary>Qubits: a register, an alias, or one qubit.</summary>
internal sealed record QubitSymbol(int[] Qubits, bool IsArray, Place Place) : Symbol(Place)
{
    internal override string Kind => IsArray ? "a register of qubits" : "a qubit";
}

/// <summary>Classical bits.</summary>
internal sealed record BitSymbol(int[] Clbits, bool IsArray, Place Place) : Symbol(Place)
{
    internal override string Kind => IsArray ? "a register of classical bits" : "a classical bit";
}

/// <summary>A number: a constant, a loop variable, an input, a parameter of a gate.</summary>
internal sealed record NumberSymbol(Number Value, string What, Place Place) : Symbol(Place)
{
    internal override string Kind => What;
}

/// <summary>A length of time.</summary>
internal sealed record DurationSymbol(DelayTime Value, Place Place) : Symbol(Place)
{
    internal override string Kind => "a duration";
}

/// <summary>A classical variable that holds a copy of bits or a number, or nothing yet.</summary>
internal sealed record VariableSymbol(Place Place) : Symbol(Place)
{
    internal override string Kind => "a classical variable";

    /// <summary>Number assigned last, if it was one.</summary>
    internal Number? Value { get; set; }

    /// <summary>Bits assigned last, if they were bits.</summary>
    internal int[]? Clbits { get; set; }

    /// <summary>How often the bits had been written when they were copied.</summary>
    internal long[] Writes { get; set; } = [];
}
