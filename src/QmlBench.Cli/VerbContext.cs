using QmlBench.Cli.Output;

namespace QmlBench.Cli;

/// <summary>What every verb is given.</summary>
/// <param name="Terminal">Where it writes.</param>
/// <param name="Cancel">Cancelled when the user interrupts.</param>
internal sealed record VerbContext(Terminal Terminal, CancellationToken Cancel);
