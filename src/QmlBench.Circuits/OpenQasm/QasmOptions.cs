namespace QmlBench.Circuits.OpenQasm;

/// <summary>How a text is read.</summary>
public sealed record QasmOptions
{
    /// <summary>Lenient, phases by the specification, default limits.</summary>
    public static QasmOptions Default { get; } = new();

    /// <summary>False: what common exporters write is taken, with a warning where it is not in the language. True: refused.</summary>
    public bool Strict { get; init; }

    /// <summary>Meaning of <c>U</c>, <c>u2</c> and <c>u3</c> in OpenQASM 3.</summary>
    public QasmPhaseConvention PhaseConvention { get; init; }

    /// <summary>True: gates that the text defines stay gates of the circuit. False: they are expanded into gates of the
    /// catalogue.</summary>
    /// <remarks>A definition that repeats a gate of the catalogue, same name and same matrix, is always that gate.</remarks>
    public bool KeepDefinitions { get; init; }

    /// <summary>Limits on size and nesting.</summary>
    public QasmLimits Limits { get; init; } = QasmLimits.Default;
}
