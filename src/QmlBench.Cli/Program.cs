using System.CommandLine;
using QmlBench.Cli.Output;

namespace QmlBench.Cli;

/// <summary>The program: one verb a file, results on stdout, progress and errors on stderr.</summary>
internal static class Program
{
    private static int Main(string[] args) => Run(args, Terminal.Standard());

    /// <summary>Parses and runs a command line; used by the tests as well.</summary>
    /// <param name="args">Arguments without the program's name.</param>
    /// <param name="terminal">Where output goes.</param>
    /// <returns>The exit code.</returns>
    internal static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        using var interrupt = new Interrupt();
        var parsed = Root().Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                terminal.Error(error.Message);
            terminal.Hint($"'qmlbench {parsed.CommandResult.Command.Name} --help' shows what there is.");
            return ExitCode.Refused;
        }

        var streams = new InvocationConfiguration
        {
            Output = terminal.Out,
            Error = terminal.Err,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        };
        return Guard.Run(terminal, () => parsed.Invoke(streams), interrupt.Token);
    }

    private static RootCommand Root() =>
        new("Emulates noisy quantum devices and benchmarks QML models and error mitigation on them.");
}
