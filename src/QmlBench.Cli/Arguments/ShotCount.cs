namespace QmlBench.Cli.Arguments;

/// <summary>The number of shots of a verb.</summary>
internal static class ShotCount
{
    // Counts beyond this are not whole numbers in double precision.
    private const long Most = 1L << 53;

    /// <summary>A number of shots as given, 0 for exact.</summary>
    /// <exception cref="RefusedException">It is negative or too large to be counted.</exception>
    public static long Require(long shots) => shots is >= 0 and <= Most
        ? shots
        : throw new RefusedException($"--shots must be from 0 (exact) to {Most}; it is {shots}.");
}
