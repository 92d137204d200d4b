using QmlBench.Numerics.Algebra;

namespace QmlBench.Mitigation.ZeroNoise;

/// <summary>Extrapolation to scale factor 0 that is linear in the values: Σ γₖ·yₖ with weights of the factors alone.</summary>
/// <remarks>
/// Ordinary least squares of a polynomial of degree d; Richardson is the polynomial through all points,
/// γₖ = Π_{j≠k} sⱼ/(sⱼ − sₖ). Because the weights do not depend on the values, error bars propagate exactly: Var = Σ γₖ²·Varₖ.
/// </remarks>
public sealed record Extrapolation
{
    private const int HighestDegree = 6;

    private Extrapolation(string name, int? degree)
    {
        Name = name;
        Degree = degree;
    }

    /// <summary>A straight line.</summary>
    public static Extrapolation Linear { get; } = new("linear", 1);

    /// <summary>The polynomial through all points.</summary>
    public static Extrapolation Richardson { get; } = new("richardson", null);

    /// <summary>Name on the command line: <c>linear</c>, <c>richardson</c>, <c>poly2</c>.</summary>
    public string Name { get; }

    /// <summary>Degree of the polynomial; null: one less than there are factors.</summary>
    public int? Degree { get; }

    /// <summary>Fewest factors: degree + 1, and 2 for Richardson.</summary>
    public int FewestFactors => (Degree ?? 1) + 1;

    /// <summary>A polynomial of least squares.</summary>
    /// <param name="degree">1 to 6.</param>
    public static Extrapolation Polynomial(int degree) => degree is >= 1 and <= HighestDegree
        ? new($"poly{degree}", degree)
        : throw new ArgumentOutOfRangeException(nameof(degree), degree, $"A polynomial extrapolation has degree 1 to {HighestDegree}.");

    /// <summary>The weights γₖ; they add up to 1.</summary>
    /// <param name="factors">Scale factors, all different, at least <see cref="FewestFactors"/>.</param>
    /// <exception cref="ArgumentException">Too few factors, or two that are equal.</exception>
    public double[] Weights(ReadOnlySpan<double> factors)
    {
        if (factors.Length < FewestFactors)
        {
            throw new ArgumentException($"{Name} needs at least {FewestFactors} scale factors, but got {factors.Length}.", nameof(factors));
        }

        return Degree is null || Degree == factors.Length - 1 ? Interpolation(factors) : LeastSquaresWeights(factors, Degree.Value);
    }

    private static double[] Interpolation(ReadOnlySpan<double> factors)
    {
        var weights = new double[factors.Length];
        for (var k = 0; k < factors.Length; k++)
        {
            weights[k] = 1;
            for (var j = 0; j < factors.Length; j++)
            {
                if (j != k)
                {
                    weights[k] *= factors[j] != factors[k]
                        ? factors[j] / (factors[j] - factors[k])
                        : throw new ArgumentException($"The scale factor {factors[k]} stands twice.", nameof(factors));
                }
            }
        }

        return weights;
    }

    // The value at 0 is linear in the observations, so its weights are the fits of unit vectors.
    private static double[] LeastSquaresWeights(ReadOnlySpan<double> factors, int degree)
    {
        var design = new double[factors.Length, degree + 1];
        for (var row = 0; row < factors.Length; row++)
        {
            design[row, 0] = 1;
            for (var power = 1; power <= degree; power++)
            {
                design[row, power] = design[row, power - 1] * factors[row];
            }
        }

        var weights = new double[factors.Length];
        var unit = new double[factors.Length];
        for (var k = 0; k < factors.Length; k++)
        {
            unit[k] = 1;
            weights[k] = LeastSquares.Fit(design, unit).Coefficients[0];
            unit[k] = 0;
        }

        return weights;
    }
}
