using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Cli.Composition;
using QmlBench.Cli.Output;
using QmlBench.Emulation;
using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Verbs;

/// <summary><c>doctor</c>: processor, vectors, memory, largest exact register, versions, soundness of the database.</summary>
internal sealed class DoctorVerb
{
    private readonly Option<string> _db = new("--db")
    {
        HelpName = "file",
        Description = "The results database.",
        DefaultValueFactory = _ => Workspace.DefaultDatabase,
    };

    private readonly Option<bool> _json = new("--json") { Description = "Prints the findings as JSON." };
    private readonly VerbContext _context;

    private DoctorVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new DoctorVerb(context);
        var command = new Command("doctor", "Looks at this machine, the profiles and the results database.") { verb._db, verb._json };
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var findings = new List<(string Name, string Text)>();
        foreach (var (name, value) in RunEnvironment.Describe())
            findings.Add((name, value));
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;
        findings.Add(("memory", string.Create(CultureInfo.InvariantCulture, $"{memory / (double)(1L << 30):0.0} GiB")));
        findings.Add(("bandwidth", string.Create(CultureInfo.InvariantCulture,
            $"{MemoryBandwidth.MeasureGigabytesPerSecond():0.0} GB/s, one thread, read and written in place")));
        findings.Add(("exact", $"registers of up to {LargestRegister(memory)} qubits fit in memory; suites state their own limit "
            + $"(default {Limits.Default.ExactQubits})"));
        findings.Add(("versions", string.Join(", ", BehaviourVersions.All.Select(version => $"{version.Component} {version.Version}"))));
        findings.Add(("devices", Workspace.Devices().Names.Length.ToString(CultureInfo.InvariantCulture)));
        var problems = Database(parsed.GetRequiredValue(_db), findings);
        if (parsed.GetValue(_json))
            JsonOutput.Write(_context.Terminal.Out, Json(findings, problems));
        else
            findings.ForEach(finding => _context.Terminal.Out.WriteLine($"{finding.Name,-10} {finding.Text}"));
        foreach (var problem in problems)
            _context.Terminal.Error(problem);
        return problems.Count == 0 ? ExitCode.Done : ExitCode.Differs;
    }

    // A density matrix takes 8·4ⁿ bytes; a third more is left for the program.
    private static int LargestRegister(long bytes) => (int)Math.Floor(Math.Log2(bytes / (8.0 * 4.0 / 3.0)) / 2.0);

    private static IReadOnlyList<string> Database(string path, List<(string, string)> findings)
    {
        if (!File.Exists(path))
        {
            findings.Add(("database", $"{path}: none yet"));
            return [];
        }

        using var store = Workspace.Open(path);
        var problems = store.Check();
        findings.Add(("database", $"{path}: {store.Runs().Count} runs, {(problems.Count == 0 ? "sound" : "damaged")}"));
        return problems;
    }

    private static JsonObject Json(IEnumerable<(string Name, string Text)> findings, IReadOnlyList<string> problems)
    {
        var node = new JsonObject();
        foreach (var (name, text) in findings)
            node[name] = text;
        node["problems"] = new JsonArray([.. problems.Select(problem => (JsonNode)problem)]);
        return node;
    }
}
