using QmlBench.Learning.Datasets;

namespace QmlBench.Learning.Models;

/// <summary>A binary classifier with its hyperparameters fixed, not yet fitted. Immutable and thread-safe.</summary>
public interface IModel
{
    /// <summary>Name of its kind, as suites write it.</summary>
    string Name { get; }

    /// <summary>Quantum or classical.</summary>
    ModelFamily Family { get; }

    /// <summary>Every hyperparameter with its value.</summary>
    Hyperparameters Settings { get; }

    /// <summary>Fits the model. The same data, settings, executor and streams give the same bits.</summary>
    /// <param name="train">Training samples, raw: the model fits its own scalers to them.</param>
    /// <param name="context">Executor and streams.</param>
    /// <exception cref="ArgumentException">
    /// The data do not suit the model (more than two classes, a single one, too few samples).
    /// </exception>
    /// <exception cref="TrainingFailedException">The model did not reach its condition, or left the finite numbers.</exception>
    IFittedModel Fit(LabelledData train, TrainingContext context);
}
