namespace QmlBench.Learning.Baselines;

/// <summary>The penalised likelihood that logistic regression maximises.</summary>
/// <param name="C">Inverse strength of the penalty ½‖w‖², above 0.</param>
/// <param name="NegativeWeight">Weight of samples of class 0.</param>
/// <param name="PositiveWeight">Weight of samples of class 1.</param>
public sealed record LogisticOptions(double C, double NegativeWeight = 1, double PositiveWeight = 1)
{
    /// <summary>Inverse strength of the penalty.</summary>
    public double C { get; } = double.IsFinite(C) && C > 0
        ? C
        : throw new ArgumentOutOfRangeException(nameof(C), C, "The inverse penalty C must be finite and above 0.");
}
