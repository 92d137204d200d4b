using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Circuits.Drawing;
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
        Description = "File for the compiled circuit; default: stdout.",
    };

    private readonly DialectArguments _dialect = new(QasmDialect.Specification);
    private readonly Option<bool> _draw = new("--draw") { Description = "Draws the compiled circuit on stdout in place of its text." };
    private readonly Option<bool> _json = new("--json") { Description = "Prints the figures as JSON." };
    private readonly VerbContext _context;

    private TranspileVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new TranspileVerb(context);
        var command = new Command("transpile", "Compiles a circuit for a device and verifies the result.");
        verb._circuit.AddTo(command);
        command.Add(verb._output);
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
        if (parsed.GetValue(_draw) && parsed.GetValue(_output) is null)
            _dialect.RefuseBeside(parsed, "--draw");
        var circuit = _circuit.ReadCircuit(parsed, _context.Terminal);
        var device = _circuit.ReadDevice(parsed, circuit);
        var options = _circuit.Options(parsed);
        var watch = Stopwatch.StartNew();
        var program = new Emulator(device, NoiseOptions.Default).Compile(
            circuit, new(null, Asked.None, Budget.ExactValue, Unlimited), options, _context.Cancel);
        var seconds = watch.Elapsed.TotalSeconds;
        if (parsed.GetValue(_output) is { } path)
            File.WriteAllText(path, _dialect.Write(parsed, program.Native.Circuit));
        if (parsed.GetValue(_json))
            JsonOutput.Write(_context.Terminal.Out, Json(parsed, device, program, seconds));
        else if (parsed.GetValue(_draw))
            _context.Terminal.Out.WriteLine(CircuitText.Draw(program.Native.Circuit, _context.Terminal.Width));
        else if (parsed.GetValue(_output) is null)
            _context.Terminal.Out.Write(_dialect.Write(parsed, program.Native.Circuit));
        if (!parsed.GetValue(_json))
            Summary(program, Duration(program, device, options), seconds);
        return ExitCode.Done;
    }

    // Nothing is simulated, so the size of a state is no reason to refuse.
    private static Limits Unlimited { get; } = new(int.MaxValue, long.MaxValue);

    private JsonObject Json(ParseResult parsed, Device device, IProgram program, double seconds)
    {
        var native = program.Native;
        return new()
        {
            ["device"] = device.Name,
            ["seed"] = _circuit.Seed(parsed),
            ["effort"] = _circuit.Effort(parsed),
            ["before"] = Counts(native.Facts.Before),
            ["after"] = After(program.Native.Facts.After, Duration(program, device, _circuit.Options(parsed))),
            ["predicted_fidelity"] = PredictedFidelity(program),
            ["predicted_success"] = native.Facts.PredictedSuccess,
            ["layout"] = Numbers(native.InitialLayout),
            ["final_permutation"] = Numbers(native.FinalLayout),
            ["equivalence"] = new JsonObject { ["method"] = native.Equivalence.Method, ["verified"] = native.Equivalence.Verified },
            ["elapsed_s"] = seconds,
        };
    }

    private static JsonObject Counts(CircuitCounts counts) => new()
    {
        ["two_qubit_gates"] = counts.TwoQubitGates,
        ["one_qubit_gates"] = counts.OneQubitGates,
        ["depth"] = counts.Depth,
    };

    private static JsonObject After(CircuitCounts counts, double duration)
    {
        var after = Counts(counts);
        after["depth_2q"] = counts.TwoQubitDepth;
        after["duration_s"] = duration;
        return after;
    }

    // Every emulated program describes its noise.
    private static double PredictedFidelity(IProgram program) => program.Find<INoiseDescription>()!.Describe().PredictedFidelity;

    private static double Duration(IProgram program, Device device, CompileOptions options) =>
        ScheduledDuration.Of(program, device, options.Schedule.Mode);

    private static JsonArray Numbers(IEnumerable<int> values) => new([.. values.Select(value => (JsonNode)value)]);

    private void Summary(IProgram program, double duration, double seconds)
    {
        var facts = program.Native.Facts;
        _context.Terminal.Progress(string.Create(
            CultureInfo.InvariantCulture,
            $"two-qubit gates {facts.Before.TwoQubitGates} -> {facts.After.TwoQubitGates}, one-qubit gates "
                + $"{facts.Before.OneQubitGates} -> {facts.After.OneQubitGates}, depth {facts.Before.Depth} -> {facts.After.Depth}, "
                + $"{duration * 1e9:0} ns"));
        _context.Terminal.Progress(string.Create(
            CultureInfo.InvariantCulture,
            $"predicted fidelity {PredictedFidelity(program):0.0000}, product of 1 - error {facts.PredictedSuccess:0.0000}; layout "
                + $"[{string.Join(", ", program.Native.InitialLayout)}] -> [{string.Join(", ", program.Native.FinalLayout)}]"));
        _context.Terminal.Progress($"{(program.Native.Equivalence.Verified ? "verified" : "NOT verified")}: "
            + $"{program.Native.Equivalence.Method}; {seconds * 1e3:0.0} ms");
    }
}
