using System.CommandLine;
using System.Diagnostics;
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
    private readonly Option<long> _shots = new("--shots")
    {
        HelpName = "n",
        Description = "Total shots; groups of commuting observables share them. 0: exact values alone.",
        DefaultValueFactory = _ => 0,
    };

    private readonly Option<string[]> _observables = new("--observable", "-O")
    {
        HelpName = "sum",
        Description = "A Pauli sum such as ZZ or '0.5*XX - ZI'. May be repeated.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _method = new("--method")
    {
        HelpName = "name",
        Description = "How it is simulated: auto, or exact (a density matrix, or refused where that does not fit).",
        DefaultValueFactory = _ => "auto",
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
        Words.Restrict(_method, "auto", "exact", "trajectories");
        Words.Restrict(_measure!, "native");
    }

    public static Command Create(VerbContext context)
    {
        var verb = new SimulateVerb(context);
        var command = new Command("simulate", "Runs one OpenQASM file on one emulated device.");
        verb._circuit.AddTo(command);
        verb._noise.AddTo(command);
        verb._parameters.AddTo(command);
        foreach (var option in new Option[] { verb._shots, verb._observables, verb._method, verb._measure, verb._json })
            command.Add(option);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var watch = Stopwatch.StartNew();
        var shots = ShotCount.Require(parsed.GetValue(_shots));
        var circuit = _circuit.ReadCircuit(parsed, _context.Terminal);
        var device = _circuit.ReadDevice(parsed, circuit);
        var emulator = new Emulator(device, _noise.Options(parsed));
        var texts = parsed.GetValue(_observables) ?? [];
        var observables = CircuitArguments.Observables(texts, CircuitArguments.LogicalQubits(circuit, device));
        Budget budget = shots == 0 ? Budget.ExactValue : new Budget.Shots(shots);
        var request = new Request(observables, Asked.Bitstrings, budget, Limits.Default with { Method = Method(parsed) });
        var options = _circuit.Options(parsed) with { NativeMeasurement = parsed.GetValue(_measure) is not null };
        var program = CircuitArguments.Compile(emulator, device, circuit, request, options, _context.Cancel);
        if (shots > 0 && observables is not null)
            _context.Terminal.Notice($"simulate: counts and expectation values are separate samples of {shots} shots each.");
        var row = _parameters.Row(parsed, program.Columns);
        var streams = new RowStreams(StreamKey.Root(_circuit.Seed(parsed), "simulate"));
        var result = new SimulationResult(
            device.Name,
            program,
            ScheduledDuration.Of(program, device, options.Schedule.Mode),
            _circuit.Seed(parsed),
            shots,
            program.Sample(row, Budget.ExactValue, streams, _context.Cancel),
            shots == 0 ? null : program.Sample(row, budget, streams, _context.Cancel),
            texts,
            observables is null ? null : program.Estimate(row, observables, Budget.ExactValue, streams, _context.Cancel),
            observables is null || shots == 0 ? null : program.Estimate(row, observables, budget, streams, _context.Cancel),
            watch.Elapsed.TotalSeconds);
        SimulationOutput.Print(_context.Terminal, result, parsed.GetValue(_json));
        return ExitCode.Done;
    }

    private MethodKind? Method(ParseResult parsed) => parsed.GetRequiredValue(_method) switch
    {
        "exact" => MethodKind.Exact,
        "trajectories" => throw new RefusedException("--method trajectories is not supported yet; use auto or exact."),
        _ => null,
    };
}
