using QmlBench.Circuits.OpenQasm.Elaboration;
using QmlBench.Circuits.OpenQasm.Syntax;
using QmlBench.Circuits.Source;

namespace QmlBench.Circuits.OpenQasm;

/// <summary>Reads OpenQASM 2 and the gate-level part of OpenQASM 3.</summary>
/// <remarks>
/// <para>Library names stand for the matrices everybody means by them; a definition that repeats a gate of the catalogue is that gate.
/// Loops over constants are unrolled, modifiers become plain gates, physical qubits <c>$k</c> become qubit k of a physical circuit.</para>
/// <para>All problems of a text are reported in one pass, each with its place. What the language has and a list of operations cannot say
/// is refused as "unsupported: …".</para>
/// </remarks>
public static class QasmReader
{
    /// <summary>Reads a text.</summary>
    /// <param name="source">The text with its file name.</param>
    /// <param name="options">How to read it; null: <see cref="QasmOptions.Default"/>.</param>
    public static QasmResult Read(SourceText source, QasmOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= QasmOptions.Default;
        var diagnostics = new DiagnosticBag();
        if (source.Text.Length > options.Limits.Characters)
        {
            diagnostics.Error(source, source.SpanOf(0, 0),
                $"The text has {source.Text.Length} characters; at most {options.Limits.Characters} are read");
            return new QasmResult(null, diagnostics, QasmVersion.OpenQasm3);
        }

        var parser = new QasmParser(source, diagnostics, options);
        Circuit? circuit = new Elaborator(source, diagnostics, options, parser.Version, parser.HighestHardwareQubit + 1).Run(parser);
        return new QasmResult(circuit, diagnostics, parser.Version);
    }

    /// <summary>Reads a text that must be right.</summary>
    /// <param name="source">The text with its file name.</param>
    /// <param name="options">How to read it; null: <see cref="QasmOptions.Default"/>.</param>
    /// <exception cref="SourceException">The text has errors; the exception carries all of them.</exception>
    public static Circuit ReadOrThrow(SourceText source, QasmOptions? options = null)
    {
        QasmResult result = Read(source, options);
        result.Diagnostics.ThrowIfErrors();
        return result.Circuit ?? throw new InvalidOperationException("Bug in QmlBench: a text without errors gave no circuit.");
    }
}
