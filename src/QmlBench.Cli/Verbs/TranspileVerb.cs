using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Composition;
using QmlBench.Cli.Output;
using QmlBench.Devices;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Cli.Verbs;

/// <summary><c>transpile CIRCUIT --device D</c>: compiled OpenQASM, counts, predicted fidelity, verdict of equivalence.</summary>
internal sealed class TranspileVerb
{
    private readonly CircuitArguments _circuit = new();
    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "file",
        Description = "File for the result, by the end of its name: .qasm the compiled text, .svg a drawing of the schedule; "
            + "default: the text on stdout.",
    };

    private readonly DialectArguments _dialect = new(QasmDialect.Specification);
    private readonly Option<bool> _draw = new("--draw") { Description = "Draws the scheduled circuit on stdout in place of its text." };
    private readonly AskedArgument _asked = new();
    private readonly Option<bool> _json = new("--json") { Description = "Prints the figures as JSON." };
    private readonly VerbContext _context;

    private TranspileVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new TranspileVerb(context);
        var command = new Command("transpile", "Compiles a circuit for a device and verifies the result.");
        verb._circuit.AddTo(command);
        command.Add(verb._output);
        verb._asked.AddTo(command);
        verb._dialect.AddTo(command);
        command.Add(verb._draw);
        command.Add(verb._json);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        if (parsed.GetValue(_draw) && parsed.GetValue(_json))
            throw new RefusedException("--draw and --json exclude each other; give one.");
        var isSvg = parsed.GetValue(_output) is { } name && OutputFile.Extension(name, ".qasm", ".svg") == ".svg";
        if (isSvg || (parsed.GetValue(_draw) && parsed.GetValue(_output) is null))
            _dialect.RefuseBeside(parsed, isSvg ? "a file in .svg" : "--draw");
        var circuit = _circuit.ReadCircuit(parsed, _context.Terminal);
        var device = _circuit.ReadDevice(parsed, circuit);
        var options = _circuit.Options(parsed);
        var request = new Request(null, _asked.Of(parsed, circuit), Budget.ExactValue, Unlimited);
        var watch = Stopwatch.StartNew();
        var emulator = new Emulator(device, NoiseOptions.Default);
        var program = emulator.Compile(circuit, request, options, _context.Cancel);
        var seconds = watch.Elapsed.TotalSeconds;
        var mode = options.Schedule.Mode;
        if (program.Native.Fused is { } fused)
            _context.Terminal.Notice($"the inputs fused… of the compiled circuit are the angles of {fused.Runs} one-qubit runs, computed for "
                + $"every row from {string.Join(", ", fused.Parameters)}.");
        if (parsed.GetValue(_output) is { } path)
        {
            OutputFile.Write(path, isSvg
                ? CompiledDrawing.Svg(program, device, mode, $"{Path.GetFileName(parsed.GetRequiredValue(_circuit.File))} on {device.Name}")
                : _dialect.Write(parsed, program.Native.Circuit));
        }

        var translated = Translated(circuit, emulator, request, options);
        var compiled = CompilationStage.Of(program, emulator, mode);
        if (compiled.Duration.Notice(device.Name) is { } unknown)
            _context.Terminal.Notice(unknown);
        if (parsed.GetValue(_json))
            JsonOutput.Write(_context.Terminal.Out, Json(parsed, device, program, translated, compiled, seconds));
        else if (parsed.GetValue(_draw))
            _context.Terminal.Out.WriteLine(CompiledDrawing.Text(program, device, mode, _context.Terminal.Width));
        else if (parsed.GetValue(_output) is null)
            _context.Terminal.Out.Write(_dialect.Write(parsed, program.Native.Circuit));
        if (!parsed.GetValue(_json))
            Summary(program, translated, compiled, _asked.Kept(parsed, circuit), seconds);
        return ExitCode.Done;
    }

    // What the compiler is measured by: the same circuit translated gate by gate. One on $k is not compiled at all.
    private CompilationStage? Translated(Circuit circuit, Emulator emulator, Request request, CompileOptions options)
    {
        if (circuit.IsPhysical)
            return null;
        try
        {
            var plain = emulator.Compile(
                circuit, request, options with { Effort = 0, Layout = null, Binding = Binding.Template }, _context.Cancel);
            return CompilationStage.Of(plain, emulator, options.Schedule.Mode);
        }
        catch (ExecutionRefusedException refusal)
        {
            _context.Terminal.Notice($"transpile: no figures of the circuit translated gate by gate: {refusal.Message}");
            return null;
        }
    }

    // Nothing is simulated, so the size of a state is no reason to refuse.
    private static Limits Unlimited { get; } = new(int.MaxValue, long.MaxValue);

    private JsonObject Json(
        ParseResult parsed, Device device, IProgram program, CompilationStage? translated, CompilationStage compiled, double seconds)
    {
        var native = program.Native;
        JsonObject json = new()
        {
            ["device"] = device.Name,
            ["seed"] = _circuit.Seed(parsed),
            ["effort"] = _circuit.Effort(parsed),
            ["asked"] = _asked.Word(parsed),
            ["before"] = Counts(native.Facts.Before),
            ["translated"] = translated?.Json(),
            ["after"] = compiled.Size(),
        };
        foreach (var (name, value) in compiled.Predictions())
            json[name] = value;
        json["layout"] = Numbers(native.InitialLayout);
        json["final_permutation"] = Numbers(native.FinalLayout);
        json["equivalence"] = new JsonObject { ["method"] = native.Equivalence.Method, ["verified"] = native.Equivalence.Verified };
        json["elapsed_s"] = seconds;
        return json;
    }

    private static JsonObject Counts(CircuitCounts counts) => new()
    {
        ["two_qubit_gates"] = counts.TwoQubitGates,
        ["one_qubit_gates"] = counts.OneQubitGates,
        ["depth"] = counts.Depth,
    };

    private static JsonArray Numbers(IEnumerable<int> values) => new([.. values.Select(value => (JsonNode)value)]);

    private void Summary(IProgram program, CompilationStage? translated, CompilationStage compiled, string? kept, double seconds)
    {
        List<(string, CompilationStage)> stages = translated is null ? [] : [("translated", translated)];
        foreach (var line in CompilationStage.Table(program.Native.Facts.Before, [.. stages, ("compiled", compiled)]))
            _context.Terminal.Progress(line);
        _context.Terminal.Progress(CompilationStage.Legend);
        if (kept is not null)
            _context.Terminal.Progress(kept);
        _context.Terminal.Progress($"layout [{string.Join(", ", program.Native.InitialLayout)}] -> "
            + $"[{string.Join(", ", program.Native.FinalLayout)}]");
        _context.Terminal.Progress(string.Create(
            CultureInfo.InvariantCulture,
            $"{(program.Native.Equivalence.Verified ? "verified" : "NOT verified")}: {program.Native.Equivalence.Method}; "
                + $"{seconds * 1e3:0.0} ms"));
    }
}
