using System.CommandLine;
using System.Diagnostics;
using QmlBench.Circuits;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Composition;
using QmlBench.Cli.Output;
using QmlBench.Emulation;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Cli.Verbs;

/// <summary><c>simulate CIRCUIT --device D</c>: one OpenQASM file on one device.</summary>
internal sealed class SimulateVerb
{
    private readonly CircuitArguments _circuit = new();
    private readonly NoiseArguments _noise = new();
    private readonly ParameterArguments _parameters = new();
    private readonly MethodArguments _method = new();
    private readonly ThreadArguments _threads = new();
    private readonly Option<long> _shots = new("--shots")
    {
        HelpName = "n",
        Description = "Total shots; groups of commuting observables share them. 0: no sampling where values can be had without.",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<string[]> _observables = new("--observable", "-O")
    {
        HelpName = "sum",
        Description = "A Pauli sum such as ZZ or '0.5*XX - ZI'. May be repeated. Beyond "
            + $"{SimulationQuestion.SmallRegister} qubits, outcomes are then printed only with --shots.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string?> _measure = new("--measure")
    {
        HelpName = "native",
        Description = "native would compile basis changes with noise; not supported yet.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Prints the result as JSON." };
    private readonly VerbContext _context;

    private SimulateVerb(VerbContext context)
    {
        _context = context;
        Words.Restrict(_measure!, "native");
    }

    public static Command Create(VerbContext context)
    {
        var verb = new SimulateVerb(context);
        var command = new Command("simulate", "Runs one OpenQASM file on one emulated device.");
        verb._circuit.AddTo(command);
        verb._noise.AddTo(command);
        verb._parameters.AddTo(command);
        foreach (var option in new Option[] { verb._shots, verb._observables })
            command.Add(option);
        verb._method.AddTo(command);
        verb._threads.AddTo(command);
        foreach (var option in new Option[] { verb._measure, verb._json })
            command.Add(option);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var watch = Stopwatch.StartNew();
        var shots = ShotCount.Require(parsed.GetValue(_shots));
        var limits = _method.Read(parsed);
        var circuit = _circuit.ReadCircuit(parsed, _context.Terminal);
        var device = _circuit.ReadDevice(parsed, circuit);
        var emulator = new Emulator(device, _noise.Options(parsed), _threads.Read(parsed));
        var texts = parsed.GetValue(_observables) ?? [];
        var qubits = CircuitArguments.LogicalQubits(circuit, device);
        var question = new SimulationQuestion(
            CircuitArguments.Observables(texts, qubits), shots, _method.Unsampled(parsed, limits), limits, qubits);
        var options = _circuit.Options(parsed) with { NativeMeasurement = parsed.GetValue(_measure) is not null };
        var program = CircuitArguments.Compile(emulator, device, circuit, question.Request, options, _context.Cancel);
        if (shots > 0 && question.Observables is not null)
            _context.Terminal.Notice($"simulate: counts and expectation values are separate samples of {shots} shots each.");
        var row = _parameters.Row(parsed, program.Columns);
        var streams = new RowStreams(StreamKey.Root(_circuit.Seed(parsed), "simulate"));
        var answers = question.Ask(emulator, program, ScheduleOf(circuit, options), row, streams, _context.Cancel);
        var result = new SimulationResult(
            device.Name, program, ScheduledDuration.Of(program, device, options.Schedule.Mode), _circuit.Seed(parsed), shots, texts,
            answers, watch.Elapsed.TotalSeconds);
        SimulationOutput.Print(_context.Terminal, result, parsed.GetValue(_json));
        return ExitCode.Done;
    }

    private static ScheduleOptions ScheduleOf(Circuit circuit, CompileOptions options) =>
        circuit.IsPhysical ? ScheduleOptions.None : options.Schedule;
}
