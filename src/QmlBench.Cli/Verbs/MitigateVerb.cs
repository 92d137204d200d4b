using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Output;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Techniques;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Cli.Verbs;

/// <summary><c>mitigate CIRCUIT --device D --observable P --technique T...</c>: raw, mitigated and ideal values at equal shots.</summary>
internal sealed class MitigateVerb
{
    private readonly CircuitArguments _circuit = new();
    private readonly NoiseArguments _noise = new();
    private readonly ParameterArguments _parameters = new();
    private readonly ThreadArguments _threads = new();
    private readonly Option<string> _observable = new("--observable", "-O")
    {
        HelpName = "sum",
        Description = "A Pauli sum such as ZZ.",
        Required = true,
    };

    private readonly Option<string[]> _techniques = new("--technique", "-t")
    {
        HelpName = "pipeline",
        Description = "A technique, or a pipeline with the innermost first: readout, zne:linear:1,3, readout+zne, cdr. May be repeated.",
        Required = true,
    };

    // Shots of each value where neither shots nor a precision are stated.
    private const long DefaultShots = 100_000;

    private readonly Option<long?> _shots = new("--shots")
    {
        HelpName = "n",
        Description = "Total shots of each value, everything a technique spends included. 0: exact. Default: 100000; where each shot "
            + "would take a trajectory of its own, values to the standard error of --precision instead.",
    };

    private readonly MethodArguments _method = new();
    private readonly Option<bool> _json = new("--json") { Description = "Prints the result as JSON." };
    private readonly VerbContext _context;

    private MitigateVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new MitigateVerb(context);
        var command = new Command("mitigate", "Compares error mitigation on one value at equal total shots.");
        verb._circuit.AddTo(command);
        verb._noise.AddTo(command);
        verb._parameters.AddTo(command);
        foreach (var option in new Option[] { verb._observable, verb._techniques, verb._shots })
            command.Add(option);
        verb._method.AddTo(command);
        verb._threads.AddTo(command);
        command.Add(verb._json);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var pipelines = (parsed.GetValue(_techniques) ?? []).Select(text => text.Split('+')).ToList();
        if (pipelines.Select(Pipeline.Complaint).FirstOrDefault(complaint => complaint is not null) is { } problem)
            throw new RefusedException($"--technique: {problem}");
        var limits = _method.Read(parsed);
        var threads = _threads.Read(parsed);
        var stated = Stated(parsed, limits);
        var circuit = _circuit.ReadCircuit(parsed, _context.Terminal);
        var device = _circuit.ReadDevice(parsed, circuit);
        var emulator = new Emulator(device, _noise.Options(parsed), threads);
        var observables = CircuitArguments.Observables(
            [parsed.GetRequiredValue(_observable)], CircuitArguments.LogicalQubits(circuit, device))!;
        var question = new Question(parsed, circuit, observables, stated ?? new Budget.Shots(DefaultShots), limits);
        List<(string Name, IExecutor Executor)> executors =
            [("raw", emulator), .. pipelines.Select(pipeline => (string.Join('+', pipeline), Pipeline.Wrap(emulator, pipeline)))];
        // Everything is compiled before anything runs, so that what is refused is refused at once.
        var programs = executors.ConvertAll(one => Compile(question, one.Executor));
        if (stated is null && programs.Exists(program => program.Method.Kind == MethodKind.Trajectories))
        {
            question = question with { Budget = Unsampled(limits) };
            programs = executors.ConvertAll(one => Compile(question, one.Executor));
        }

        // The compiled circuit without any noise: what mitigation tries to recover.
        var noiseless = question with { Budget = Budget.ExactValue, Limits = limits with { Method = null } };
        var ideal = Value(noiseless, Compile(noiseless, new Emulator(device, NoiseOptions.Noiseless, threads)), "ideal").Value(0, 0);
        var raw = Value(question, programs[0], "raw");
        var mitigated = programs.Zip(executors).Skip(1)
            .Select(one => (one.Second.Name, Result: Value(question, one.First, one.Second.Name))).ToList();
        foreach (var notice in raw.Notices.Concat(mitigated.SelectMany(one => one.Result.Notices)).Distinct())
            _context.Terminal.Notice($"{notice.Source}: {notice.Text}");
        if (parsed.GetValue(_json))
            JsonOutput.Write(_context.Terminal.Out, Json(ideal, raw, mitigated));
        else
            Print(ideal, raw, mitigated);
        return ExitCode.Done;
    }

    // The budget the command line states, or null.
    private Budget? Stated(ParseResult parsed, Limits limits)
    {
        var unsampled = _method.Unsampled(parsed, limits);
        if (parsed.GetValue(_shots) is not { } shots)
            return unsampled is Budget.Precision ? unsampled : null;
        if (ShotCount.Require(shots) == 0)
            return unsampled;
        return unsampled is Budget.Exact ? new Budget.Shots(shots) : throw new RefusedException(
            $"--precision says how precise values without shots are, and --shots asks for {shots}; leave one of them out.");
    }

    private Budget.Precision Unsampled(Limits limits)
    {
        var precision = limits.PrecisionOf(Budget.ExactValue);
        _context.Terminal.Notice(string.Create(
            CultureInfo.InvariantCulture,
            $"mitigate: each shot would take a trajectory of its own; values are averages of trajectories to a standard error of "
                + $"{precision.StandardError} instead, not at equal shots. --precision says how precise, --shots samples."));
        return precision;
    }

    private IProgram Compile(Question question, IExecutor executor)
    {
        var request = new Request(question.Observables, Asked.None, question.Budget, question.Limits);
        return executor.Compile(question.Circuit, request, _circuit.Options(question.Parsed), _context.Cancel);
    }

    private Estimates Value(Question question, IProgram program, string part)
    {
        var streams = new RowStreams(StreamKey.Root(_circuit.Seed(question.Parsed), "mitigate").Derive(part));
        return program.Estimate(
            _parameters.Row(question.Parsed, program.Columns), question.Observables, question.Budget, streams, _context.Cancel);
    }

    private static JsonObject Json(double ideal, Estimates raw, IEnumerable<(string Name, Estimates Result)> mitigated) => new()
    {
        ["ideal"] = ideal,
        ["raw"] = new JsonObject { ["value"] = raw.Value(0, 0), ["stderr"] = raw.StandardError(0, 0), ["shots"] = raw.Spent.Shots },
        ["mitigated"] = new JsonArray([.. mitigated.Select(one => new JsonObject
        {
            ["technique"] = one.Name,
            ["value"] = one.Result.Value(0, 0),
            ["stderr"] = one.Result.StandardError(0, 0),
            ["shots"] = one.Result.Spent.Shots,
            ["circuits"] = one.Result.Spent.Circuits,
            ["notices"] = new JsonArray([.. one.Result.Notices.Select(notice => (JsonNode)$"{notice.Source}: {notice.Text}")]),
        })]),
    };

    private void Print(double ideal, Estimates raw, List<(string Name, Estimates Result)> mitigated)
    {
        var output = _context.Terminal.Out;
        var width = Math.Max(9, mitigated.Max(one => one.Name.Length));
        output.WriteLine($"{"technique".PadRight(width)}      value     stderr      error       shots  circuits");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{"ideal".PadRight(width)}  {ideal,9:0.000000}"));
        foreach (var (name, result) in mitigated.Prepend((Name: "raw", Result: raw)))
        {
            var value = result.Value(0, 0);
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name.PadRight(width)}  {value,9:0.000000}  {result.StandardError(0, 0),9:0.000000}  "
                    + $"{Math.Round(value - ideal, 6) + 0.0,9:+0.000000;-0.000000;0.000000}  {result.Spent.Shots,10}  {result.Spent.Circuits,8}"));
        }
    }

    private sealed record Question(ParseResult Parsed, Circuit Circuit, ObservableSet Observables, Budget Budget, Limits Limits);
}
