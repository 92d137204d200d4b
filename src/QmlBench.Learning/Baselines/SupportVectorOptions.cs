namespace QmlBench.Learning.Baselines;

/// <summary>What the support vector problem is, and how closely it is solved.</summary>
/// <param name="C">Penalty of a violation, above 0; upper bound of every dual coefficient.</param>
/// <param name="NegativeWeight">Factor of C for class 0.</param>
/// <param name="PositiveWeight">Factor of C for class 1.</param>
/// <param name="Tolerance">Largest violation of the optimality conditions at the end (libsvm's eps).</param>
/// <param name="MaxIterations">Most steps; 0 for libsvm's own bound, max(10⁷, 100·n).</param>
public sealed record SupportVectorOptions(
    double C, double NegativeWeight = 1, double PositiveWeight = 1, double Tolerance = 1e-3, int MaxIterations = 0)
{
    /// <summary>Penalty of a violation.</summary>
    public double C { get; } = double.IsFinite(C) && C > 0
        ? C
        : throw new ArgumentOutOfRangeException(nameof(C), C, "The penalty C must be finite and above 0.");

    /// <summary>Largest violation of the optimality conditions at the end.</summary>
    public double Tolerance { get; } = Tolerance > 0
        ? Tolerance
        : throw new ArgumentOutOfRangeException(nameof(Tolerance), Tolerance, "The tolerance must be above 0.");

    /// <summary>Weights n/(2·n₀) and n/(2·n₁), as <c>class_weight="balanced"</c>.</summary>
    /// <param name="negatives">Number of samples of class 0.</param>
    /// <param name="positives">Number of samples of class 1.</param>
    public SupportVectorOptions Balanced(int negatives, int positives) => this with
    {
        NegativeWeight = (negatives + positives) / (2.0 * negatives),
        PositiveWeight = (negatives + positives) / (2.0 * positives),
    };
}
