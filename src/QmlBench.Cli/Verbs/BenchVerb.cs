using System.CommandLine;
using QmlBench.Cli.Arguments;
using QmlBench.Cli.Benchmarks;
using QmlBench.Cli.Output;

namespace QmlBench.Cli.Verbs;

/// <summary><c>bench WORKLOAD</c>: the engine on a fixed workload, its values checked, this machine's limits in the same run.</summary>
/// <remarks>
/// The whole register, no light cone, directly on the engine, on a program already made. Times are measured here and nowhere in a test.
/// </remarks>
internal sealed class BenchVerb
{
    private readonly Argument<string> _workload = new("workload")
    {
        Description = $"One of {WorkloadCatalogue.Names}.",
    };

    private readonly Option<int?> _qubits = new("--qubits")
    {
        HelpName = "n",
        Description = "Number of qubits; default: 10 for W1 and W2, 20 for W3 and W5, 8 for L4; the others have one size.",
    };

    private readonly ThreadArguments _threads = new(byDefault: 1);
    private readonly Option<bool> _json = new("--json") { Description = "Prints the result as JSON." };
    private readonly VerbContext _context;

    private BenchVerb(VerbContext context) => _context = context;

    public static Command Create(VerbContext context)
    {
        var verb = new BenchVerb(context);
        var command = new Command("bench", "Times the engine on a fixed workload and checks its values.")
        {
            verb._workload, verb._qubits,
        };
        verb._threads.AddTo(command);
        command.Add(verb._json);
        command.SetAction(verb.Run);
        return command;
    }

    private int Run(ParseResult parsed)
    {
        var name = parsed.GetRequiredValue(_workload);
        var threads = _threads.Read(parsed);
        if (threads > Environment.ProcessorCount)
            _context.Terminal.Notice($"{threads} threads share {Environment.ProcessorCount} processors.");
        var (qubits, memory) = (parsed.GetValue(_qubits), GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        var result = BenchResult.Of(name, () => WorkloadCatalogue.Make(name, qubits, memory), threads, _context.Cancel);
        return Report(_context.Terminal, result, parsed.GetValue(_json));
    }

    /// <summary>Prints a result, and every value that is not the expected one as an error.</summary>
    /// <returns>The exit code.</returns>
    internal static int Report(Terminal terminal, BenchResult result, bool json)
    {
        if (json)
            JsonOutput.Write(terminal.Out, BenchOutput.Json(result));
        else
            BenchOutput.Text(terminal.Out, result);
        foreach (var check in result.Checks.Where(check => !check.Holds))
            terminal.Error($"Another value than expected: {BenchOutput.Describe(check)}.");
        return result.Holds ? ExitCode.Done : ExitCode.Differs;
    }
}
