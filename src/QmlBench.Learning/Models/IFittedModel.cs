using QmlBench.Learning.Datasets;

namespace QmlBench.Learning.Models;

/// <summary>A fitted classifier. Immutable and thread-safe: one fit is evaluated on many executors.</summary>
public interface IFittedModel
{
    /// <summary>The model that was fitted.</summary>
    IModel Model { get; }

    /// <summary>How training went, what it cost, and the fitted figures.</summary>
    TrainingRecord Training { get; }

    /// <summary>Decision values of samples; ≥ 0 predicts class 1.</summary>
    /// <param name="samples">Raw samples: the fitted scalers are applied.</param>
    /// <param name="context">Executor, budget and streams; classical models use none of them.</param>
    /// <exception cref="QmlBench.Emulation.Waist.ExecutionRefusedException">
    /// The executor cannot serve what the model asks; the message names model and executor.
    /// </exception>
    Decisions Decide(FeatureMatrix samples, EvaluationContext context);

    /// <summary>The compiled circuit that decides a sample (of a kernel: the feature map, half of what runs), or null for a model
    /// without circuits.</summary>
    /// <param name="sample">One raw sample.</param>
    /// <param name="context">As for <see cref="Decide"/>; what is compiled already serves again.</param>
    /// <exception cref="QmlBench.Emulation.Waist.ExecutionRefusedException">The circuit does not fit the device.</exception>
    CompiledRow? Compiled(FeatureMatrix sample, EvaluationContext context) => null;
}
