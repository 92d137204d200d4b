namespace QmlBench.Learning.Training;

/// <summary>Rate and decays of Adam; defaults of optax.</summary>
/// <param name="Rate">Learning rate η, above 0.</param>
/// <param name="Beta1">Decay of the mean gradient, in [0, 1).</param>
/// <param name="Beta2">Decay of the mean square, in [0, 1).</param>
/// <param name="Epsilon">Added to the root of the corrected mean square.</param>
public sealed record AdamOptions(double Rate, double Beta1 = 0.9, double Beta2 = 0.999, double Epsilon = 1e-8)
{
    /// <summary>Learning rate.</summary>
    public double Rate { get; } = double.IsFinite(Rate) && Rate > 0
        ? Rate
        : throw new ArgumentOutOfRangeException(nameof(Rate), Rate, "The learning rate must be finite and above 0.");
}
