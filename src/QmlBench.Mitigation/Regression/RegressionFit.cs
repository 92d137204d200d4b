namespace QmlBench.Mitigation.Regression;

/// <summary>The straight line exact = intercept + slope · noisy of one observable, as a predictor for one noisy value.</summary>
/// <remarks>
/// <para>The prediction is Σ wᵢ·yᵢ with wᵢ = 1/n + (x₀ − x̄)(xᵢ − x̄)/S. For exact noisy values S = Σ(xᵢ − x̄)²: ordinary least squares.
/// Shots in the noisy values would flatten that line, so S is lessened by (n − 1) times their variance (Fuller, Measurement Error
/// Models, 1987, §1.2).</para>
/// <para>Residuals hold both what a line cannot follow and the shots of the training values, so the error of the fit follows from their
/// scatter: Cov = s²·Σ wᵢ·w′ᵢ with n − 2 degrees of freedom.</para>
/// </remarks>
public sealed class RegressionFit
{
    private const double LeastSignal = 4;

    private readonly double[] _noisy;
    private readonly double[] _exact;
    private readonly double _target;
    private readonly double _meanNoisy;
    private readonly double _meanExact;
    private readonly double _spread;

    private RegressionFit(double[] noisy, double[] exact, double target, double noiseVariance)
    {
        (_noisy, _exact, _target) = (noisy, exact, target);
        _meanNoisy = Mean(noisy);
        _meanExact = Mean(exact);
        (_spread, var common) = (0.0, 0.0);
        for (var i = 0; i < noisy.Length; i++)
        {
            _spread += (noisy[i] - _meanNoisy) * (noisy[i] - _meanNoisy);
            common += (noisy[i] - _meanNoisy) * (exact[i] - _meanExact);
        }

        Scatter = _spread / (noisy.Length - 1);
        _spread -= (noisy.Length - 1) * noiseVariance;
        Slope = common / _spread;
    }

    /// <summary>Slope of the line.</summary>
    public double Slope { get; }

    /// <summary>Intercept of the line.</summary>
    public double Intercept => _meanExact - (Slope * _meanNoisy);

    /// <summary>The line at the noisy value of the target.</summary>
    public double Prediction => _meanExact + (Slope * (_target - _meanNoisy));

    // Variance of the noisy training values, their shots included.
    private double Scatter { get; }

    /// <summary>Fits a line, or says that the training values do not determine one.</summary>
    /// <param name="noisy">Noisy training values, at least 3.</param>
    /// <param name="exact">Exact training values.</param>
    /// <param name="target">The noisy value to be corrected.</param>
    /// <param name="noiseVariance">Mean variance of a noisy training value; 0 when exact.</param>
    /// <returns>The fit; null where the noisy values hardly differ (variance below four times that of their shots, or rounding), or the
    /// line does not rise.</returns>
    public static RegressionFit? Of(double[] noisy, double[] exact, double target, double noiseVariance)
    {
        ArgumentNullException.ThrowIfNull(noisy);
        ArgumentNullException.ThrowIfNull(exact);
        if (noisy.Length != exact.Length || noisy.Length < 3)
        {
            throw new ArgumentException($"A fit takes as many exact as noisy values, at least 3; got {exact.Length} and {noisy.Length}.",
                nameof(exact));
        }

        var fit = new RegressionFit(noisy, exact, target, noiseVariance);
        return fit.Scatter > 1e-12 && fit.Scatter > LeastSignal * noiseVariance && fit.Slope > 0 ? fit : null;
    }

    /// <summary>Covariance of the predictions of two observables that comes from the fits.</summary>
    public static double Covariance(RegressionFit left, RegressionFit right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        var (residuals, weights) = (0.0, 0.0);
        for (var i = 0; i < left._noisy.Length; i++)
        {
            residuals += left.Residual(i) * right.Residual(i);
            weights += left.Weight(i) * right.Weight(i);
        }

        return residuals / (left._noisy.Length - 2) * weights;
    }

    /// <summary>First-order change of the prediction when noisy values move together (the error of a calibration).</summary>
    /// <param name="target">Change of the target's noisy value.</param>
    /// <param name="training">Change of each training value.</param>
    public double Change(double target, ReadOnlySpan<double> training)
    {
        var mean = Mean(training);
        var slope = 0.0;
        for (var i = 0; i < training.Length; i++)
        {
            slope += (training[i] - mean) * (_exact[i] - _meanExact - (2 * Slope * (_noisy[i] - _meanNoisy)));
        }

        return (Slope * (target - mean)) + (slope / _spread * (_target - _meanNoisy));
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private double Residual(int i) => _exact[i] - _meanExact - (Slope * (_noisy[i] - _meanNoisy));

    private double Weight(int i) => (1.0 / _noisy.Length) + ((_target - _meanNoisy) * (_noisy[i] - _meanNoisy) / _spread);
}
