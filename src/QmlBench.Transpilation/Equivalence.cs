namespace QmlBench.Transpilation;

/// <summary>How it was checked that the compiled circuit is the input.</summary>
/// <param name="Method">What was compared, in words.</param>
/// <param name="Verified">Whether the check was made and passed; a check that fails is an internal fault and never returned.</param>
/// <param name="Deviation">Largest distance of final states found, or the largest difference of matrix elements of a local check.</param>
/// <param name="Tolerance">Largest deviation that passes.</param>
public sealed record Equivalence(string Method, bool Verified, double Deviation, double Tolerance)
{
    /// <summary>A circuit taken as written: there was nothing to compare it with.</summary>
    public static Equivalence AsWritten { get; } = new("as written, nothing was changed", true, 0, 0);
}
