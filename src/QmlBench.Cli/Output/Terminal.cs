using Spectre.Console;

namespace QmlBench.Cli.Output;

/// <summary>
/// Where a verb writes: results on <see cref="Out"/>; progress, notices and errors on <see cref="Err"/>, coloured only when that is a
/// terminal and <c>NO_COLOR</c> is not set.
/// </summary>
internal sealed class Terminal
{
    private const int UsualWidth = 100;
    private readonly IAnsiConsole _err;

    public Terminal(TextWriter output, TextWriter error, bool errorIsTerminal, int width = UsualWidth)
    {
        Width = width;
        Out = output;
        Err = error;
        IsInteractive = errorIsTerminal;
        var colour = errorIsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        _err = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = errorIsTerminal ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colour ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(error),
        });
        if (!errorIsTerminal)
            _err.Profile.Width = int.MaxValue; // lines go to files and pipes whole
    }

    /// <summary>Results.</summary>
    public TextWriter Out { get; }

    /// <summary>Progress, notices, errors.</summary>
    public TextWriter Err { get; }

    /// <summary>Whether progress may redraw its line.</summary>
    public bool IsInteractive { get; }

    /// <summary>Characters in a line of stdout: the terminal's, or 100 where it is none.</summary>
    public int Width { get; }

    /// <summary>The console on stderr, for progress bars.</summary>
    public IAnsiConsole ErrConsole => _err;

    /// <summary>The process's own streams.</summary>
    public static Terminal Standard() =>
        new(Console.Out, Console.Error, !Console.IsErrorRedirected, Console.IsOutputRedirected
            ? UsualWidth : Math.Max(40, Console.WindowWidth));

    /// <summary>An error; every line of it.</summary>
    public void Error(string message) => Write("error", "red", message);

    /// <summary>Something the user must know about a result.</summary>
    public void Notice(string message) => Write("note", "yellow", message);

    /// <summary>What to do next.</summary>
    public void Hint(string message) => _err.MarkupLineInterpolated($"[grey]{message}[/]");

    /// <summary>A line of progress.</summary>
    public void Progress(string message) => _err.MarkupLineInterpolated($"[grey]{message}[/]");

    private void Write(string label, string colour, string message) =>
        _err.MarkupLine($"[{colour}]{label}:[/] {Markup.Escape(message)}");
}
