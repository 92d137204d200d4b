using System.CommandLine;
using QmlBench.Circuits;
using QmlBench.Circuits.Drawing;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Composition;

namespace QmlBench.Cli.Verbs;

/// <summary><c>convert CIRCUIT [--to qasm2|qasm3|text|svg] [--dialect D] [--param k=v]</c>: a circuit in another language, for another
/// loader, with parameters bound, or drawn.</summary>
internal sealed class ConvertVerb
{
    private readonly Argument<string> _circuit = new("circuit") { Description = "OpenQASM 2 or 3 file." };
    private readonly DialectArguments _dialect = new(QasmDialect.Common, "text", "svg");
    private readonly ParameterArguments _parameters = new();
    private readonly Option<bool> _strict = new("--strict")
    {
        Description = "Refuses what is not in the language, even if exporters write it.",
    };

    private readonly Option<int?> _width = new("--width")
    {
        HelpName = "n",
        Description = "Width of a drawing, in characters (text) or pixels (svg).",
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "file",
        Description = "File for the result; default: stdout.",
    };

    private readonly VerbContext _context;

    private ConvertVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new ConvertVerb(context);
        var command = new Command(
            "convert", "Writes a circuit in another language, for another loader, or as a drawing.") { verb._circuit };
        verb._dialect.AddTo(command);
        verb._parameters.AddTo(command);
        foreach (var option in new Option[] { verb._strict, verb._width, verb._output })
            command.Add(option);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var options = new QasmOptions { KeepDefinitions = true, Strict = parsed.GetValue(_strict) };
        Circuit circuit = CircuitFile.Read(parsed.GetRequiredValue(_circuit), options, _context.Terminal);
        if (_parameters.Values(parsed, circuit.Parameters) is { Count: > 0 } values) circuit = circuit.BindSome(values);
        string text = Convert(parsed, circuit);
        if (parsed.GetValue(_output) is { } path) OutputFile.Write(path, text);
        else _context.Terminal.Out.Write(text);
        return ExitCode.Done;
    }

    private string Convert(ParseResult parsed, Circuit circuit)
    {
        int? width = parsed.GetValue(_width);
        string to = _dialect.To(parsed);
        if (to is "text" or "svg")
        {
            _dialect.RefuseBeside(parsed, to);
            return to == "text"
                ? CircuitText.Draw(circuit, width ?? _context.Terminal.Width)
                : CircuitSvg.Draw(circuit, width ?? 900, Path.GetFileName(parsed.GetRequiredValue(_circuit)));
        }

        return width is null
            ? _dialect.Write(parsed, circuit) : throw new RefusedException("--width goes with --to text or --to svg; leave it out.");
    }
}
