namespace QmlBench.Mitigation.Readout;

/// <summary>How readout inversion corrects bitstrings.</summary>
/// <param name="ProjectsBitstrings">
/// True gives the distribution nearest to the inverted one (Euclidean, no negative entries), which is biased; false, the default, the
/// unbiased quasi-probabilities. Expectation values and kernels are never projected.
/// </param>
public sealed record ReadoutOptions(bool ProjectsBitstrings = false)
{
    /// <summary>Quasi-probabilities.</summary>
    public static ReadoutOptions Default { get; } = new();

    /// <summary>The options as text, for names and identities; empty for the default.</summary>
    public override string ToString() => ProjectsBitstrings ? "projected" : string.Empty;
}
