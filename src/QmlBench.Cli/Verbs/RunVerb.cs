using System.CommandLine;
using QmlBench.Cli.Composition;
using QmlBench.Cli.Output;
using QmlBench.Reporting;
using QmlBench.Suites.Claims;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;
using QmlBench.Suites.Running;

namespace QmlBench.Cli.Verbs;

/// <summary><c>run SUITE</c>: runs or resumes a suite, judges its claims, writes the report.</summary>
internal sealed class RunVerb
{
    /// <summary>The name of the verb.</summary>
    public const string Name = "run";

    /// <summary>What an interrupted run leaves.</summary>
    public const string Kept = "Finished trials are kept; the same command goes on from there.";

    private readonly Argument<string> _suite = new("suite") { Description = "The suite file." };
    private readonly Option<string> _db = new("--db")
    {
        HelpName = "file",
        Description = "The results database.",
        DefaultValueFactory = _ => Workspace.DefaultDatabase,
    };

    private readonly Option<int?> _jobs = new("--jobs", "-j")
    {
        HelpName = "n",
        Description = "How many fits run at the same time; where there are fewer, each uses more threads. Results do not depend on it. "
            + "Default: one a processor.",
    };

    private readonly Option<ulong?> _seed = new("--seed") { HelpName = "n", Description = "Seed in place of the suite's." };
    private readonly Option<string?> _only = new("--only")
    {
        HelpName = "pattern",
        Description = "Runs only cases that fit dataset/model/device/mitigation, with * and ?; claims that lack data are not evaluated.",
    };

    private readonly Option<bool> _dryRun = new("--dry-run", "-n")
    {
        Description = "Prints the plan with what is new, stored and stale; runs nothing and writes nothing.",
    };

    private readonly Option<bool> _json = new("--json") { Description = "Prints the result as JSON." };
    private readonly Option<string?> _report = new("--report", "-o")
    {
        HelpName = "folder",
        Description = "Folder of the report; default: report/RUN beside the database.",
    };

    private readonly Option<string> _engine = new("--engine")
    {
        HelpName = "name",
        Description = "Where trials run; local is the only engine yet.",
        DefaultValueFactory = _ => "local",
    };

    private readonly VerbContext _context;

    private RunVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new RunVerb(context);
        var command = new Command(Name, "Runs or resumes a suite; prints its claims and where the results are.")
        {
            verb._suite, verb._db, verb._jobs, verb._seed, verb._only, verb._dryRun, verb._json, verb._report, verb._engine,
        };
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var jobs = parsed.GetValue(_jobs) ?? Environment.ProcessorCount;
        if (jobs < 1)
            throw new RefusedException($"--jobs must be at least 1; it is {jobs}.");
        if (parsed.GetValue(_engine) is not "local" and var engine)
            throw new RefusedException($"--engine {engine} is not supported yet; use local.");
        var file = Workspace.ReadSuite(parsed.GetRequiredValue(_suite), parsed.GetValue(_seed));
        var devices = Workspace.Devices();
        var plan = new Planner(new PlanInputs(new ExecutorPool(file.Suite, devices))).Make(file.Suite, parsed.GetValue(_only));
        if (plan.Trials.IsEmpty)
            throw new RefusedException(
                $"--only '{parsed.GetValue(_only)}' fits no case; 'qmlbench run {parsed.GetValue(_suite)} --dry-run' shows them.");
        var database = parsed.GetRequiredValue(_db);
        if (parsed.GetValue(_dryRun))
            return PlanOutput.Print(_context.Terminal, plan, database, parsed.GetValue(_json));
        using var store = Workspace.Open(database);
        var executors = new ExecutorPool(file.Suite, devices, ThreadsOfEach(plan, store, jobs));
        return Run(parsed, file, plan, new SuiteRunner(store, new FitGroupWork(executors)), store, jobs);
    }

    // What the fits that run side by side leave over.
    private static int ThreadsOfEach(Plan plan, IResultStore store, int jobs)
    {
        var fits = FitGroup.Of(plan.Suite, plan.Trials.Where(trial => !store.Has(trial.ResultKey))).Length;
        return Math.Max(1, jobs / Math.Max(1, fits));
    }

    private int Run(ParseResult parsed, SuiteFile file, Plan plan, SuiteRunner runner, IResultStore store, int jobs)
    {
        var started = TimeProvider.System.GetUtcNow();
        using var progress = new RunProgressLine(_context.Terminal, plan);
        var outcome = runner.Run(plan, jobs, progress, _context.Cancel);
        var claims = ClaimEvaluator.Evaluate(plan, outcome.Results);
        var before = store.Runs().FirstOrDefault(one => one.Name == plan.RunName);
        var run = RunRecords.Make(file, outcome, claims, before, started, TimeProvider.System.GetUtcNow());
        store.Record(run);
        var folder = parsed.GetValue(_report) ?? ReportVerb.DefaultFolder(store.Location, run.Name);
        var page = ReportWriter.Write(new(run, outcome.Results, store.VerdictHistory()), folder);
        RunOutput.Print(_context.Terminal, run, outcome, store.Location, page, parsed.GetValue(_json));
        return outcome.Failed > 0 ? ExitCode.Refused : claims.All(claim => claim.AsExpected) ? ExitCode.Done : ExitCode.Differs;
    }
}
