using System.Collections.Immutable;

namespace QmlBench.Learning.Baselines;

/// <summary>The maximum of the penalised likelihood: P(class 1 | x) = 1/(1 + exp(−(w·x + b))).</summary>
/// <param name="Weights">w, one per feature.</param>
/// <param name="Intercept">b, not penalised.</param>
/// <param name="Residual">Largest absolute entry of the gradient of ½‖w‖² + C·Σ loss at the end.</param>
/// <param name="Iterations">Newton steps taken.</param>
public sealed record LogisticSolution(ImmutableArray<double> Weights, double Intercept, double Residual, int Iterations);
