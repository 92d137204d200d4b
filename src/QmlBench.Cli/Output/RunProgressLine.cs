using QmlBench.Suites.Planning;
using QmlBench.Suites.Running;

namespace QmlBench.Cli.Output;

/// <summary>Progress of a run on stderr: one line redrawn on a terminal, one line a tenth of the way elsewhere.</summary>
internal sealed class RunProgressLine(Terminal terminal, Plan plan) : IProgress<RunProgress>, IDisposable
{
    private readonly Lock _gate = new();
    private int _lastTenth;

    /// <inheritdoc/>
    public void Report(RunProgress value)
    {
        lock (_gate)
        {
            var tenth = value.Ended * 10 / value.Total;
            var text = $"{value.Ended} of {value.Total} trials ended ({plan.Trials.Length - value.Total} stored), last {value.Path}"
                + (value.Failed > 0 ? $"; {value.Failed} failed" : string.Empty);
            if (terminal.IsInteractive)
                terminal.Err.Write($"\r\u001b[2K{(text.Length < 110 ? text : text[..110])}");
            else if (tenth > _lastTenth)
                terminal.Progress(text);
            _lastTenth = tenth;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (terminal.IsInteractive)
            terminal.Err.Write("\r\u001b[2K");
    }
}
