using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Cli.Output;
using QmlBench.Emulation.Waist;
using QmlBench.Storage;
using QmlBench.Transpilation;

namespace QmlBench.Cli;

/// <summary>
/// Turns what a user can cause into a message and an exit code. Anything else is a fault of this program: it is said to be one, and
/// the trace is shown only then.
/// </summary>
internal static class Guard
{
    private const string Bug = "Bug in QmlBench:";

    /// <summary>Runs a verb.</summary>
    /// <param name="terminal">Is told what went wrong.</param>
    /// <param name="verb">The verb.</param>
    /// <param name="kept">What is left of the verb when it is interrupted, in a sentence.</param>
    /// <param name="cancel">The interruption.</param>
    public static int Run(Terminal terminal, Func<int> verb, string kept, CancellationToken cancel)
    {
        try
        {
            return verb();
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            terminal.Error($"Interrupted. {kept}");
            return ExitCode.Interrupted;
        }
        catch (Exception error) when (error is RefusedException or SourceException or ExecutionRefusedException or TranspilationException
            or StorageException or UnwritableCircuitException or ArgumentException or IOException or UnauthorizedAccessException)
        {
            terminal.Error(Message(error));
            return ExitCode.Refused;
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // No input should lead here. The trace is for whoever mends it, and nothing is hidden: the exit code says it failed.
            terminal.Error(fault.Message.StartsWith(Bug, StringComparison.Ordinal) ? fault.Message : $"{Bug} {fault.Message}");
            terminal.Err.WriteLine(fault);
            return ExitCode.Refused;
        }
    }

    // The framework appends the name of an argument, which says nothing to a user.
    private static string Message(Exception error) => error is ArgumentException { ParamName: { } name }
        ? error.Message.Replace($" (Parameter '{name}')", string.Empty, StringComparison.Ordinal)
        : error.Message;
}
