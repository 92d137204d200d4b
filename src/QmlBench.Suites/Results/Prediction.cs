namespace QmlBench.Suites.Results;

/// <summary>The answer of a model for one test sample. Metrics are recomputed from these.</summary>
/// <param name="Sample">Row of the sample in its data set.</param>
/// <param name="Truth">The true class, 0 or 1.</param>
/// <param name="Predicted">The predicted class: 1 where the decision is ≥ 0, else 0.</param>
/// <param name="Decision">The decision value.</param>
/// <param name="StandardError">Standard error of the decision from shots and calibration; 0 when exact.</param>
/// <param name="IdealDecision">The same fitted model's decision without noise and shots.</param>
public readonly record struct Prediction(
    int Sample, int Truth, int Predicted, double Decision, double StandardError, double IdealDecision);
