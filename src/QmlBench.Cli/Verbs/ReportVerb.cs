using System.CommandLine;
using QmlBench.Cli.Composition;
using QmlBench.Reporting;

namespace QmlBench.Cli.Verbs;

/// <summary><c>report [RUN]</c>: a self-contained page with plots, and the tables as Markdown and CSV.</summary>
internal sealed class ReportVerb
{
    private readonly Argument<string?> _run = new("run")
    {
        Description = "Name of the run; default: the latest.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string?> _output = new("--output", "-o")
    {
        HelpName = "folder",
        Description = "Folder to write to; default: report/RUN beside the database.",
    };

    private readonly Option<string> _db = new("--db")
    {
        HelpName = "file",
        Description = "The results database.",
        DefaultValueFactory = _ => Workspace.DefaultDatabase,
    };

    private readonly VerbContext _context;

    private ReportVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new ReportVerb(context);
        var command = new Command(
            "report", "Writes a self-contained HTML page with plots, and Markdown and CSV.") { verb._run, verb._output, verb._db };
        command.SetAction(verb.Run);
        return command;
    }

    /// <summary>Where a report goes when nobody says: <c>report/RUN</c> beside the database.</summary>
    public static string DefaultFolder(string database, string run) =>
        Path.Combine(Path.GetDirectoryName(database) ?? string.Empty, "report", run);

    private int Run(ParseResult parsed)
    {
        using var store = Workspace.OpenExisting(parsed.GetRequiredValue(_db));
        var name = parsed.GetValue(_run) ?? "latest";
        var run = store.FindRun(name) ?? throw new RefusedException(
            $"There is no run '{name}' in {store.Location}; it has "
                + $"{string.Join(", ", store.Runs().Select(one => one.Name).DefaultIfEmpty("none"))}.");
        var trials = run.ResultKeys.Select(store.Find).OfType<QmlBench.Suites.Results.TrialResult>().ToList();
        _context.Terminal.Out.WriteLine(ReportWriter.Write(
            new(run, trials, store.VerdictHistory()), parsed.GetValue(_output) ?? DefaultFolder(store.Location, run.Name)));
        return ExitCode.Done;
    }
}
