using System.Collections.Immutable;

namespace QmlBench.Numerics.Algebra;

/// <summary>A polynomial with real coefficients.</summary>
/// <param name="Coefficients">Coefficient of x⁰ first.</param>
public sealed record Polynomial(ImmutableArray<double> Coefficients)
{
    /// <summary>Degree as written: number of coefficients less one.</summary>
    public int Degree => Coefficients.Length - 1;

    /// <summary>Value at a point, by Horner's rule.</summary>
    /// <param name="x">The point.</param>
    /// <returns>Σ cₖ xᵏ.</returns>
    public double Evaluate(double x)
    {
        double value = 0;
        for (int k = Coefficients.Length - 1; k >= 0; k--) value = (value * x) + Coefficients[k];
        return value;
    }

    /// <summary>Fits a polynomial by weighted least squares.</summary>
    /// <param name="x">Points.</param>
    /// <param name="y">Values, as many.</param>
    /// <param name="degree">Degree, from 0 to one less than the number of points.</param>
    /// <param name="weights">Inverse variances, as many; empty means 1 for all.</param>
    /// <returns>The polynomial and the fit with the covariance of its coefficients.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, a number is not finite, a weight is negative, or the points do not
    /// determine the polynomial.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The degree is negative.</exception>
    public static (Polynomial Polynomial, LeastSquaresFit Fit) Fit(
        ReadOnlySpan<double> x, ReadOnlySpan<double> y, int degree, ReadOnlySpan<double> weights = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degree);
        var design = new double[x.Length, degree + 1];
        for (int row = 0; row < x.Length; row++)
        {
            design[row, 0] = 1;
            for (int k = 1; k <= degree; k++) design[row, k] = design[row, k - 1] * x[row];
        }
        var fit = LeastSquares.Fit(design, y, weights);
        return (new(fit.Coefficients), fit);
    }

    /// <summary>Whether both have the same coefficients.</summary>
    /// <param name="other">The other polynomial.</param>
    /// <returns>True if they are equal.</returns>
    public bool Equals(Polynomial? other) => other is not null && Coefficients.SequenceEqual(other.Coefficients);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Degree, Coefficients.IsEmpty ? 0 : Coefficients[0]);
}
