using System.CommandLine;
using System.Text.Json.Nodes;
using QmlBench.Circuits.Source;
using QmlBench.Cli.Composition;
using QmlBench.Cli.Output;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation.Noise;
using QmlBench.Suites.Vocabulary;
using QmlBench.Suites.Yaml;

namespace QmlBench.Cli.Verbs;

/// <summary><c>check FILE...</c>: validates devices and suites, runs nothing.</summary>
internal sealed class CheckVerb
{
    private readonly Argument<string[]> _files = new("file") { Description = "Device or suite files.", Arity = ArgumentArity.OneOrMore };
    private readonly Option<bool> _json = new("--json") { Description = "Prints the problems as JSON." };
    private readonly VerbContext _context;

    private CheckVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new CheckVerb(context);
        var command = new Command(
            "check", "Validates device and suite files: every problem at once, with its place.") { verb._files, verb._json };
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var paths = parsed.GetRequiredValue(_files);
        var missing = paths.Where(path => !File.Exists(path)).ToList();
        missing.ForEach(path => _context.Terminal.Error($"{path}: there is no such file."));
        var checks = paths.Except(missing).Select(path => Check(Workspace.Text(path))).ToList();
        if (parsed.GetValue(_json))
            JsonOutput.Write(_context.Terminal.Out, new JsonArray([.. checks.Select(Json)]));
        else
            checks.ForEach(Print);
        return missing.Count > 0 || checks.Exists(check => check.Bag.HasErrors) ? ExitCode.Refused : ExitCode.Done;
    }

    // The schema line says what the file is; a file without one is taken for a suite, whose reader then asks for the schema.
    private static (SourceText Source, string Kind, DiagnosticBag Bag) Check(SourceText source)
    {
        var bag = new DiagnosticBag();
        var isDevice = Workspace.IsDevice(source);
        if (isDevice)
            CheckDevice(source, bag);
        else
            new SuiteYamlReader(SuiteVocabulary.Of(Workspace.Devices())).Read(source, bag);
        return (source, isDevice ? "device" : "suite", bag);
    }

    // What a file says and nothing uses is no fault of it, but perhaps not what its writer expects.
    private static void CheckDevice(SourceText source, DiagnosticBag bag)
    {
        if (DeviceYamlReader.Read(source, bag, KnownGates.Catalogue) is not { } device)
            return;
        foreach (var unused in UnusedFigures.Of(device))
            bag.Notice(source, PlaceOf(source, unused.Key), unused.Text);
    }

    private static SourceSpan PlaceOf(SourceText source, string key)
    {
        var line = Enumerable.Range(1, source.LineCount)
            .FirstOrDefault(line => source.Line(line).StartsWith($"{key}:", StringComparison.Ordinal), 1);
        return SourceSpan.At(new SourcePosition(line, 1));
    }

    private void Print((SourceText Source, string Kind, DiagnosticBag Bag) check)
    {
        foreach (var problem in check.Bag.Sorted)
        {
            _context.Terminal.Out.WriteLine(problem.ToString());
            if (problem.Severity == Severity.Error)
                _context.Terminal.Out.WriteLine(problem.Excerpt(check.Source));
        }

        if (!check.Bag.HasErrors)
            _context.Terminal.Out.WriteLine($"{check.Source.FileName}: a sound {check.Kind} file; it starts no commands");
    }

    private static JsonObject Json((SourceText Source, string Kind, DiagnosticBag Bag) check) => new()
    {
        ["file"] = check.Source.FileName,
        ["kind"] = check.Kind,
        ["sound"] = !check.Bag.HasErrors,
        ["problems"] = new JsonArray([.. check.Bag.Sorted.Select(problem => new JsonObject
        {
            ["line"] = problem.Position.Line,
            ["column"] = problem.Position.Column,
            ["severity"] = problem.Severity.ToString().ToLowerInvariant(),
            ["message"] = problem.ToString(),
        })]),
    };
}
