using System.Runtime.InteropServices;

namespace QmlBench.Cli;

/// <summary>
/// Turns the first Ctrl-C, or the first request of the system to end (SIGTERM, which batch systems send), into a cancellation, so that
/// finished trials are kept; a second one ends the process.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source;
    private readonly PosixSignalRegistration _termination;

    /// <summary>Listens from now on.</summary>
    /// <param name="cancel">Cancels as well.</param>
    public Interrupt(CancellationToken cancel)
    {
        _source = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        _termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = First());
        Console.CancelKeyPress += OnCancel;
    }

    /// <summary>Cancelled by the first of them.</summary>
    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        Console.CancelKeyPress -= OnCancel;
        _termination.Dispose();
        _source.Dispose();
    }

    private void OnCancel(object? sender, ConsoleCancelEventArgs args) => args.Cancel = First();

    private bool First()
    {
        var first = !_source.IsCancellationRequested;
        _source.Cancel();
        return first;
    }
}
