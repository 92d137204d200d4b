namespace QmlBench.Learning.Models;

/// <summary>How far training is.</summary>
/// <param name="Model">Name of the model.</param>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Most steps.</param>
/// <param name="Loss">Loss before the last step.</param>
public readonly record struct TrainingProgress(string Model, int Step, int Steps, double Loss);
