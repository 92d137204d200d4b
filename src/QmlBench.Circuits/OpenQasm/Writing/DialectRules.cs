using System.Collections.Frozen;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>What a loader reads. Every yes was seen in a table of constructs tried on the loaders themselves.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Version">Language.</param>
/// <param name="Include">Library named in the text; null: none.</param>
/// <param name="Gates">Names the text may use, by the catalogue's name.</param>
internal sealed record DialectRules(string Name, QasmVersion Version, string? Include, FrozenDictionary<string, string> Gates)
{
    /// <summary>Gates that are missing are defined in the text; otherwise they are written out in place.</summary>
    internal bool Defines { get; init; }

    /// <summary><c>U</c>, <c>u2</c>, <c>u3</c> of OpenQASM 3 with the phase that makes them exact.</summary>
    internal bool CompensatesU { get; init; }

    /// <summary>A gate may be written as the same matrix under another name; otherwise it reads back as itself.</summary>
    internal bool Substitutes { get; init; } = true;

    internal bool GlobalPhase { get; init; }

    internal bool Barriers { get; init; }

    internal bool Delays { get; init; }

    internal bool Resets { get; init; } = true;

    internal bool Physical { get; init; }

    internal bool Unicode { get; init; }

    /// <summary>Measurements of single bits; otherwise of whole registers only.</summary>
    internal bool SingleMeasurements { get; init; } = true;

    /// <summary>Parameters may be written.</summary>
    internal bool Parameters { get; init; }

    /// <summary>Parameters are declared with <c>input</c>.</summary>
    internal bool DeclaresParameters { get; init; } = true;

    /// <summary>Functions and powers of parameters.</summary>
    internal bool Functions { get; init; }

    internal ConditionStyle Conditions { get; init; }

    internal bool IsVersion2 => Version == QasmVersion.OpenQasm2;
}
