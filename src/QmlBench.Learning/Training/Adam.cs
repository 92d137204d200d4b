namespace QmlBench.Learning.Training;

/// <summary>The Adam optimiser as optax defines it: ε is added after bias correction.</summary>
/// <remarks>
/// m ← β₁m + (1 − β₁)g, v ← β₂v + (1 − β₂)g², θ ← θ − η·(m/(1 − β₁ᵗ))/(√(v/(1 − β₂ᵗ)) + ε); Kingma and Ba 2015.
/// Mutable, one for each run of training.
/// </remarks>
public sealed class Adam
{
    private readonly AdamOptions _options;
    private readonly double[] _mean;
    private readonly double[] _square;
    private double _meanDecay = 1;
    private double _squareDecay = 1;

    /// <summary>An optimiser at its start.</summary>
    /// <param name="parameters">Number of parameters.</param>
    /// <param name="options">Rate and decays.</param>
    public Adam(int parameters, AdamOptions options)
    {
        _options = options;
        _mean = new double[parameters];
        _square = new double[parameters];
    }

    /// <summary>Takes one step.</summary>
    /// <param name="parameters">θ, changed in place.</param>
    /// <param name="gradient">∂loss/∂θ, as many.</param>
    /// <exception cref="ArgumentException">A span has another length than the number of parameters.</exception>
    public void Step(Span<double> parameters, ReadOnlySpan<double> gradient)
    {
        if (parameters.Length != _mean.Length || gradient.Length != _mean.Length)
            throw new ArgumentException(
                $"The optimiser has {_mean.Length} parameters; it was given {parameters.Length} and {gradient.Length} derivatives.");
        _meanDecay *= _options.Beta1;
        _squareDecay *= _options.Beta2;
        for (var i = 0; i < _mean.Length; i++)
        {
            _mean[i] = (_options.Beta1 * _mean[i]) + ((1 - _options.Beta1) * gradient[i]);
            _square[i] = (_options.Beta2 * _square[i]) + ((1 - _options.Beta2) * (gradient[i] * gradient[i]));
            var mean = _mean[i] / (1 - _meanDecay);
            var square = _square[i] / (1 - _squareDecay);
            parameters[i] -= _options.Rate * mean / (Math.Sqrt(square) + _options.Epsilon);
        }
    }
}
