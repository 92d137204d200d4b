using System.CommandLine;
using QmlBench.Circuits;
using QmlBench.Circuits.Drawing;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Composition;

namespace QmlBench.Cli.Verbs;

/// <summary><c>convert CIRCUIT [--to qasm2|qasm3|text|svg] [--dialect D]</c>: a circuit in another language, for another loader, or
/// drawn.</summary>
internal sealed class ConvertVerb
{
    private static readonly Dictionary<string, QasmDialect> Dialects = new()
    {
        ["common"] = QasmDialect.Common,
        ["specification"] = QasmDialect.Specification,
        ["qiskit"] = QasmDialect.Qiskit,
        ["cirq"] = QasmDialect.Cirq,
        ["pennylane"] = QasmDialect.PennyLane,
        ["braket"] = QasmDialect.Braket,
        ["pytket"] = QasmDialect.Pytket,
    };

    private readonly Argument<string> _circuit = new("circuit") { Description = "OpenQASM 2 or 3 file." };
    private readonly Option<string> _to = new("--to")
    {
        Description = "qasm2, qasm3, text (a drawing for the terminal) or svg.",
        DefaultValueFactory = _ => "qasm3",
    };

    private readonly Option<string> _dialect = new("--dialect")
    {
        Description = "Loader the text is for; common is what Qiskit, Cirq and pytket read alike, specification is the language itself.",
        DefaultValueFactory = _ => "common",
    };

    private readonly Option<bool> _strict = new("--strict") { Description = "Refuses what is not in the language, even if exporters write it." };
    private readonly Option<int> _width = new("--width")
    {
        Description = "Width of a drawing, in characters (text) or pixels (svg).",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<string?> _output = new("-o", "--output") { Description = "File for the result; default: stdout." };
    private readonly VerbContext _context;

    private ConvertVerb(VerbContext context)
    {
        _context = context;
        Words.Restrict(_to, "qasm2", "qasm3", "text", "svg");
        Words.Restrict(_dialect, [.. Dialects.Keys]);
    }

    public static Command Create(VerbContext context)
    {
        var verb = new ConvertVerb(context);
        var command = new Command("convert", "Writes a circuit in another language, for another loader, or as a drawing.")
        {
            verb._circuit, verb._to, verb._dialect, verb._strict, verb._width, verb._output,
        };
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var options = new QasmOptions { KeepDefinitions = true, Strict = parsed.GetValue(_strict) };
        Circuit circuit = CircuitFile.Read(parsed.GetRequiredValue(_circuit), options, _context.Terminal);
        string text = Convert(parsed, circuit);
        if (parsed.GetValue(_output) is { } path) File.WriteAllText(path, text);
        else _context.Terminal.Out.Write(text);
        return ExitCode.Done;
    }

    private string Convert(ParseResult parsed, Circuit circuit)
    {
        string to = parsed.GetRequiredValue(_to);
        int width = parsed.GetValue(_width);
        if (to == "text") return CircuitText.Draw(circuit, width == 0 ? 100 : width);
        if (to == "svg") return CircuitSvg.Draw(circuit, width == 0 ? 900 : width, Path.GetFileName(parsed.GetRequiredValue(_circuit)));
        try
        {
            return QasmWriter.Write(
                circuit, to == "qasm2" ? QasmVersion.OpenQasm2 : QasmVersion.OpenQasm3, Dialects[parsed.GetRequiredValue(_dialect)]);
        }
        catch (UnwritableCircuitException refused)
        {
            throw new RefusedException(refused.Message);
        }
    }
}
