using System.CommandLine;
using System.Diagnostics;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Output;
using QmlBench.Emulation;
using QmlBench.Emulation.Budgets;
using QmlBench.Emulation.Waist;
using QmlBench.Reporting.Budgets;

namespace QmlBench.Cli.Verbs;

/// <summary><c>diagnose CIRCUIT --device D</c>: the noise budget, and where the circuit would do better.</summary>
internal sealed class DiagnoseVerb
{
    private readonly CircuitArguments _circuit = new();
    private readonly NoiseArguments _noise = new();
    private readonly ParameterArguments _parameters = new();
    private readonly LimitArguments _limits = new();
    private readonly Option<string[]> _observables = new("--observable", "-O")
    {
        HelpName = "sum",
        Description = "A Pauli sum such as ZZ or '0.5*XX - ZI', budgeted beside the fidelity. May be repeated.",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<int> _rows = new("--rows")
    {
        HelpName = "n",
        Description = "Most rows of a table.",
        DefaultValueFactory = _ => 10,
    };

    private readonly Option<int> _remap = new("--remap")
    {
        HelpName = "n",
        Description = "How many better places to look for; 0: none.",
        DefaultValueFactory = _ => 3,
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "file",
        Description = "File for a drawing (.svg): the scheduled circuit coloured by cost, and bars of sources, places and layers for the fidelity and every observable.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Prints everything as JSON." };
    private readonly VerbContext _context;

    private DiagnoseVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new DiagnoseVerb(context);
        var command = new Command("diagnose", "Says what each noise source, qubit, gate and layer of a circuit costs.");
        verb._circuit.AddTo(command);
        verb._noise.AddTo(command);
        verb._parameters.AddTo(command);
        foreach (var option in new Option[] { verb._observables, verb._rows, verb._remap })
            command.Add(option);
        verb._limits.AddTo(command);
        command.Add(verb._output);
        command.Add(verb._json);
        command.SetAction(verb.Run);
        return command;
    }

    // The size of the register decides how the budget is computed, not whether the circuit is compiled.
    private static Limits Unlimited { get; } = new(int.MaxValue, long.MaxValue);

    private int Run(ParseResult parsed)
    {
        var watch = Stopwatch.StartNew();
        if (parsed.GetValue(_output) is { } name)
            OutputFile.Extension(name, ".svg");
        if (parsed.GetValue(_rows) < 1)
            throw new RefusedException($"--rows takes a number of at least 1, not {parsed.GetValue(_rows)}.");
        if (parsed.GetValue(_remap) < 0)
            throw new RefusedException($"--remap takes a number of at least 0, not {parsed.GetValue(_remap)}.");
        var limits = _limits.Read(parsed);
        var circuit = _circuit.ReadCircuit(parsed, _context.Terminal);
        var device = _circuit.ReadDevice(parsed, circuit);
        var emulator = new Emulator(device, _noise.Options(parsed));
        var observables = CircuitArguments.Observables(
            parsed.GetValue(_observables) ?? [], CircuitArguments.LogicalQubits(circuit, device));
        var request = new Request(observables, Asked.None, Budget.ExactValue, Unlimited);
        var options = _circuit.Options(parsed);
        var program = CircuitArguments.Compile(emulator, device, circuit, request, options, _context.Cancel);
        var row = _parameters.Row(parsed, program.Columns);
        // Every emulated program has a budget.
        var budget = program.Find<INoiseBudget>()!.Diagnose(row, observables, limits, _context.Cancel);
        var (present, better) = parsed.GetValue(_remap) == 0
            ? (null, [])
            : new RemappingSearch(emulator, circuit, request, options, _context.Cancel)
                .Best(program, budget, row, limits, parsed.GetValue(_remap));
        if (parsed.GetValue(_output) is { } path)
            OutputFile.Write(path, BudgetSvg.Draw(budget, title: $"{Path.GetFileName(parsed.GetRequiredValue(_circuit.File))} on {device.Name}"));
        DiagnosisOutput.Print(
            _context.Terminal,
            new(budget, program, present, better, parsed.GetValue(_rows), watch.Elapsed.TotalSeconds),
            parsed.GetValue(_json));
        return ExitCode.Done;
    }
}
