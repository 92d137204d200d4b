using System.Collections.Frozen;

namespace QmlBench.Circuits.OpenQasm.Syntax;

/// <summary>Words that cannot be the name of anything a text declares.</summary>
internal static class ReservedWords
{
    private static readonly FrozenSet<string> Version2 = new[]
    {
        "OPENQASM", "include", "qreg", "creg", "gate", "opaque", "if", "barrier", "reset", "measure", "U", "CX", "pi", "sin", "cos", "tan",
        "exp", "ln", "sqrt",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Version3 = new[]
    {
        "OPENQASM", "include", "defcalgrammar", "def", "cal", "defcal", "gate", "extern", "box", "let", "break", "continue", "if", "else",
            "end",
        "return", "for", "while", "in", "switch", "case", "default", "nop", "pragma", "input", "output", "const", "readonly", "mutable",
            "qreg",
        "qubit", "creg", "bool", "bit", "int", "uint", "float", "angle", "complex", "array", "void", "duration", "stretch", "gphase", "inv",
        "pow", "ctrl", "negctrl", "durationof", "delay", "reset", "measure", "barrier", "true", "false", "pi", "π", "tau", "τ", "euler",
            "ℇ",
        "U",
    }.ToFrozenSet(StringComparer.Ordinal);

    // Statements of OpenQASM 3 that say something a list of operations cannot.
    private static readonly FrozenDictionary<string, string> UnsupportedStatements = new Dictionary<string, string>
    {
        ["def"] = "subroutines (def)",
        ["extern"] = "external functions (extern)",
        ["while"] = "loops that depend on measurements (while)",
        ["output"] = "output variables",
        ["stretch"] = "stretch",
        ["duration"] = "duration variables",
        ["angle"] = "angle variables",
        ["complex"] = "complex numbers",
        ["array"] = "arrays",
        ["cal"] = "calibrations (cal)",
        ["defcal"] = "calibrations (defcal)",
        ["defcalgrammar"] = "calibrations (defcalgrammar)",
        ["return"] = "return",
        ["end"] = "end",
        ["break"] = "break",
        ["continue"] = "continue",
        ["nop"] = "nop",
        ["readonly"] = "arrays",
        ["mutable"] = "arrays",
        ["void"] = "void",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static bool Contains(QasmVersion version, string word) =>
        (version == QasmVersion.OpenQasm2 ? Version2 : Version3).Contains(word);

    internal static string? Unsupported(string word) => UnsupportedStatements.GetValueOrDefault(word);
}
