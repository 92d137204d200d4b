using System.CommandLine;

namespace QmlBench.Cli.Arguments;

/// <summary>How many threads a run may use; no result depends on it.</summary>
internal sealed class ThreadArguments
{
    private readonly Option<int?> _threads;
    private readonly int _default;

    /// <summary>The option of a verb.</summary>
    /// <param name="byDefault">Threads where none are stated; null for one a processor.</param>
    public ThreadArguments(int? byDefault = null)
    {
        _default = byDefault ?? Environment.ProcessorCount;
        _threads = new("--threads", "-j")
        {
            HelpName = "n",
            Description = $"Threads it may use; results do not depend on it. Default: {byDefault?.ToString() ?? "one a processor"}.",
        };
    }

    /// <summary>Adds the argument to a verb.</summary>
    public void AddTo(Command command) => command.Add(_threads);

    /// <summary>The number.</summary>
    /// <exception cref="RefusedException">It is below 1.</exception>
    public int Read(ParseResult parsed)
    {
        var threads = parsed.GetValue(_threads) ?? _default;
        return threads >= 1 ? threads : throw new RefusedException($"--threads must be at least 1; it is {threads}.");
    }
}
