namespace QmlBench.Cli;

/// <summary>Exit codes of every verb (DESIGN §6).</summary>
internal static class ExitCode
{
    /// <summary>Done, and every verdict is the expected one.</summary>
    public const int Done = 0;

    /// <summary>Done, but a verdict differs from what was expected, or a comparison or check found other values.</summary>
    public const int Differs = 1;

    /// <summary>Could not do it: bad arguments, invalid file, failed trial.</summary>
    public const int Refused = 2;

    /// <summary>Interrupted; of a suite, finished trials are kept.</summary>
    public const int Interrupted = 130;
}
