using System.Collections.Immutable;

namespace QmlBench.Suites.Results;

/// <summary>One configuration of a tuning grid and what cross-validation inside the training split said of it.</summary>
/// <param name="Configuration">The values, as canonical JSON.</param>
/// <param name="Folds">Validation score of each fold.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Chosen">Whether the model was refitted with it.</param>
public sealed record TuningPoint(string Configuration, ImmutableArray<double> Folds, double Mean, bool Chosen);
