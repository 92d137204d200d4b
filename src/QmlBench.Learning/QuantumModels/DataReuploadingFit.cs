using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;
using QmlBench.Learning.Preprocessing;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Learning.QuantumModels;

/// <summary>A trained data re-uploading classifier: decision value = mean ⟨Z⟩ of the qubits read, P(class 1) = (1 + mean)/2.</summary>
internal sealed record DataReuploadingFit(
    IModel Model,
    IFittedTransform Scaler,
    DataReuploadingCircuit Circuit,
    int Width,
    ImmutableArray<double> Parameters,
    TrainingRecord Training) : IFittedModel
{
    public Decisions Decide(FeatureMatrix samples, EvaluationContext context)
    {
        var observables = MeanZ();
        var (program, rows) = Compile(samples, observables, context);
        var estimates = program.Estimate(rows, observables, context.Budget, context.Streams, context.Cancel);
        var values = estimates.Values.ToArray();
        double[] errors = estimates.IsExact ? [] : [.. Enumerable.Range(0, values.Length).Select(row => estimates.StandardError(row, 0))];
        double[] probabilities = [.. values.Select(value => (1 + value) / 2)];
        return new(values, errors, probabilities, estimates.Spent, estimates.Method, estimates.Notices);
    }

    public CompiledRow? Compiled(FeatureMatrix sample, EvaluationContext context) => Compile(sample, MeanZ(), context);

    private CompiledRow Compile(FeatureMatrix samples, ObservableSet observables, EvaluationContext context)
    {
        var program = context.Programs.Compile(Circuit.Circuit, observables, Asked.None, context.Budget, context.Cancel);
        return new(program, ReuploadingGradient.Rows(program.Columns, Circuit, Scaler.Apply(samples), Parameters.AsSpan()));
    }

    /// <summary>One observable, so that shots and techniques are spent on the very number that is used.</summary>
    private ObservableSet MeanZ() => new(new Observable(
        Circuit.Circuit.QubitCount,
        Enumerable.Range(0, Width).Select(q => new PauliTerm(1.0 / Width, PauliString.Single(q, 'Z')))));
}
