using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Composition;
using QmlBench.Cli.Output;
using QmlBench.Devices.Templates;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;
using QmlBench.Mitigation.Techniques;
using QmlBench.Suites.Metrics;
using QmlBench.Suites.Results;

namespace QmlBench.Cli.Verbs;

/// <summary><c>list WHAT</c>: devices, templates, suites, models, datasets, techniques, metrics or runs.</summary>
internal sealed class ListVerb
{
    private static readonly string[] Kinds = ["devices", "templates", "suites", "models", "datasets", "techniques", "metrics", "runs"];

    private readonly Argument<string> _what = new("what") { HelpName = "what", Description = $"One of {string.Join(", ", Kinds)}." };
    private readonly Option<string> _db = new("--db")
    {
        HelpName = "file",
        Description = "With runs: the results database.",
        DefaultValueFactory = _ => Workspace.DefaultDatabase,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Prints the list as JSON." };
    private readonly VerbContext _context;

    private ListVerb(VerbContext context)
    {
        _context = context;
        _what.CompletionSources.Add(Kinds);
    }

    public static Command Create(VerbContext context)
    {
        var verb = new ListVerb(context);
        var command = new Command(
            "list", "Lists devices, templates, suites, models, datasets, techniques, metrics or runs.") { verb._what, verb._db, verb._json };
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var what = parsed.GetRequiredValue(_what);
        if (what != "runs" && parsed.GetResult(_db) is { Implicit: false })
            throw new RefusedException($"--db goes with 'list runs'; {what} are not in a database.");
        var rows = what switch
        {
            "devices" => Devices(),
            "templates" => [.. Templates()],
            "suites" => Suites(),
            "models" => [.. ModelCatalogue.All.Select(model => (model.Name, model.Description))],
            "datasets" => [.. DatasetCatalogue.All.Select(data => (data.Name, data.Description))],
            "techniques" => [.. TechniqueCatalogue.All.Select(technique => (technique.Syntax, technique.Summary))],
            "metrics" => [.. SuiteMetrics.Names.Select(name => (name, SuiteMetrics.Description(name)))],
            "runs" => Runs(parsed.GetRequiredValue(_db)),
            _ => throw new RefusedException(Words.Unknown("list", what, Kinds)),
        };
        if (parsed.GetValue(_json))
            JsonOutput.Write(_context.Terminal.Out,
                new JsonArray([.. rows.Select(row => new JsonObject { ["name"] = row.Item1, ["description"] = row.Item2 })]));
        else
            Print(rows);
        return ExitCode.Done;
    }

    private void Print(IReadOnlyList<(string Name, string Description)> rows)
    {
        var width = rows.Count == 0 ? 0 : rows.Max(row => row.Name.Length);
        foreach (var (name, description) in rows)
            _context.Terminal.Out.WriteLine($"{name.PadRight(width)}  {description}");
        if (rows.Count == 0)
            _context.Terminal.Hint("none yet");
    }

    private static IEnumerable<(string, string)> Templates()
    {
        foreach (var template in DeviceTemplate.All)
            yield return (template.Name, $"{template.Description}; {Ranges(template.Parameters.Where(p => p.IsWhole))}");
        yield return ("any of these", Ranges(DeviceTemplate.All[0].Parameters.Where(p => !p.IsWhole)));
    }

    private static string Ranges(IEnumerable<TemplateParameter> parameters) =>
        string.Join("; ", parameters.Select(p => $"{p.Name}={p.Write(p.Default)} ({p.Range})"));

    private static List<(string, string)> Devices()
    {
        var library = Workspace.Devices();
        return [.. library.Names.Select(name => library.Load(name, 1)).Select(device => (device.Name, device.IsIdeal
            ? "any size, every gate, no noise"
            : $"{device.QubitCount} qubits, {device.Vendor}, {device.Technology}; {string.Join(", ", device.Gates.Select(gate => gate.Name))}"))];
    }

    private static List<(string, string)> Suites() => !Directory.Exists("suites")
        ? []
        : [.. Directory.GetFiles("suites", "*.yaml").Order(StringComparer.Ordinal)
            .Select(path => (path.Replace('\\', '/'), Workspace.ReadSuite(path, null).Suite.Title))];

    private static List<(string, string)> Runs(string database)
    {
        if (!File.Exists(database))
            return [];
        using var store = Workspace.Open(database);
        return [.. store.Runs().Select(run => (run.Name, string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Suite}, {run.FinishedUtc}, {run.ResultKeys.Length} trials, {Claims(run)}")))];
    }

    private static string Claims(RunRecord run)
    {
        var judged = run.Claims.Where(claim => claim.Verdict != "not evaluated").ToList();
        var left = run.Claims.Length - judged.Count;
        return $"{judged.Count(claim => claim.AsExpected)} of {judged.Count} claims as expected"
            + (left == 0 ? string.Empty : $", {left} not evaluated");
    }
}
