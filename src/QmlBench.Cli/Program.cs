using System.CommandLine;
using System.CommandLine.Help;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Output;
using QmlBench.Cli.Verbs;

namespace QmlBench.Cli;

/// <summary>The program: one verb a file, results on stdout, progress and errors on stderr.</summary>
internal static class Program
{
    private static int Main(string[] args) => Run(args, Terminal.Standard());

    /// <summary>Parses and runs a command line; used by the tests as well.</summary>
    /// <param name="args">Arguments without the program's name.</param>
    /// <param name="terminal">Where output goes.</param>
    /// <param name="cancel">Interrupts as the user's Ctrl-C does.</param>
    /// <returns>The exit code.</returns>
    internal static int Run(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancel = default)
    {
        using var interrupt = new Interrupt(cancel);
        var root = Root(new(terminal, interrupt.Token));
        foreach (var help in root.Options.OfType<HelpOption>().Select(option => option.Action).OfType<HelpAction>())
            help.MaxWidth = terminal.Width;
        var parsed = root.Parse(args.Count == 0 ? ["--help"] : args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var message in CommandLineErrors.Of(parsed))
                terminal.Error(message);
            var verb = parsed.CommandResult.Command;
            terminal.Hint($"'qmlbench {(verb == root ? string.Empty : verb.Name + " ")}--help' shows what there is.");
            return ExitCode.Refused;
        }

        var streams = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Err,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        var kept = parsed.CommandResult.Command.Name == RunVerb.Name ? RunVerb.Kept : "Nothing is kept.";
        return Guard.Run(terminal, () => parsed.Invoke(streams), kept, interrupt.Token);
    }

    private static RootCommand Root(VerbContext context) =>
        new("Emulates noisy quantum devices and benchmarks QML models and error mitigation on them. Results go to stdout, all else to "
            + "stderr. Exit codes: 0 done; 1 done, but a verdict is not the expected one; 2 could not be done; 130 interrupted.")
        {
            RunVerb.Create(context),
            ReportVerb.Create(context),
            ClaimsVerb.Create(context),
            CheckVerb.Create(context),
            NewVerb.Create(context),
            ListVerb.Create(context),
            ShowVerb.Create(context),
            SimulateVerb.Create(context),
            TranspileVerb.Create(context),
            DiagnoseVerb.Create(context),
            MitigateVerb.Create(context),
            ConvertVerb.Create(context),
            ImportVerb.Create(context),
            BenchVerb.Create(context),
            DoctorVerb.Create(context),
        };
}
