using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Output;
using QmlBench.Devices;
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
    private readonly LimitArguments _limits = new();
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

    private readonly Option<long> _shots = new("--shots")
    {
        HelpName = "n",
        Description = "Total shots of each value, everything a technique spends included. 0: exact.",
        DefaultValueFactory = _ => 100_000,
    };

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
        verb._limits.AddTo(command);
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
        var shots = ShotCount.Require(parsed.GetValue(_shots));
        var circuit = _circuit.ReadCircuit(parsed, _context.Terminal);
        var device = _circuit.ReadDevice(parsed, circuit);
        var emulator = new Emulator(device, _noise.Options(parsed), _threads.Read(parsed));
        var observables = CircuitArguments.Observables(
            [parsed.GetRequiredValue(_observable)], CircuitArguments.LogicalQubits(circuit, device))!;
        var question = new Question(parsed, circuit, observables, shots == 0 ? Budget.ExactValue : new Budget.Shots(shots));
        var raw = Value(question, emulator, "raw");
        var ideal = Ideal(question, device);
        var mitigated = pipelines
            .Select(pipeline => (
                Name: string.Join('+', pipeline), Result: Value(question, Pipeline.Wrap(emulator, pipeline), string.Join('+', pipeline))))
            .ToList();
        foreach (var notice in raw.Notices.Concat(mitigated.SelectMany(one => one.Result.Notices)).Distinct())
            _context.Terminal.Notice($"{notice.Source}: {notice.Text}");
        if (parsed.GetValue(_json))
            JsonOutput.Write(_context.Terminal.Out, Json(ideal, raw, mitigated));
        else
            Print(ideal, raw, mitigated);
        return ExitCode.Done;
    }

    private Estimates Value(Question question, IExecutor executor, string part)
    {
        var request = new Request(question.Observables, Asked.None, question.Budget, _limits.Read(question.Parsed));
        var program = executor.Compile(question.Circuit, request, _circuit.Options(question.Parsed), _context.Cancel);
        var streams = new RowStreams(StreamKey.Root(_circuit.Seed(question.Parsed), "mitigate").Derive(part));
        return program.Estimate(
            _parameters.Row(question.Parsed, program.Columns), question.Observables, question.Budget, streams, _context.Cancel);
    }

    // The compiled circuit without any noise: what mitigation tries to recover.
    private double Ideal(Question question, Device device)
    {
        var noiseless = question with { Budget = Budget.ExactValue };
        return Value(noiseless, new Emulator(device, NoiseOptions.Noiseless, _threads.Read(question.Parsed)), "ideal").Value(0, 0);
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

    private sealed record Question(ParseResult Parsed, Circuit Circuit, ObservableSet Observables, Budget Budget);
}
