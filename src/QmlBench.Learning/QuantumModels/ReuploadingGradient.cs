using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;

namespace QmlBench.Learning.QuantumModels;

/// <summary>Loss and gradient of a batch by all trained parameters, through the executor trained on.</summary>
internal sealed class ReuploadingGradient
{
    private readonly DataReuploadingCircuit _circuit;
    private readonly TrainingContext _context;
    private readonly IProgram _program;
    private readonly IGradient _gradient;
    private readonly ObservableSet _observables;
    private readonly int[] _columns;
    private readonly int _width;

    public ReuploadingGradient(string model, DataReuploadingCircuit circuit, int width, TrainingContext context)
    {
        _circuit = circuit;
        _context = context;
        _width = width;
        _observables = new([.. Enumerable.Range(0, width).Select(q => Observable.Z(q, circuit.Circuit.QubitCount))]);
        _program = context.Programs.Compile(circuit.Circuit, _observables, Asked.Gradient, Budget.ExactValue, context.Cancel);
        var streams = new RowStreams(context.Batches.Derive("trajectories"));
        _gradient = context.Programs.Gradient(_program, _observables, Budget.ExactValue, streams, context.Cancel) ?? throw new ExecutionRefusedException(
            $"'{context.Programs.Executor.Identity.Name}' offers no exact gradient, which training {model} takes; " +
            "train on another executor.");
        _columns = [.. Enumerable.Range(circuit.Features, circuit.Weights.Length)];
    }

    /// <summary>Cost of all batches so far.</summary>
    public Ledger Spent { get; private set; }

    /// <summary>Notices of the first batch: those of the others are the same.</summary>
    public ImmutableArray<Notice> Notices { get; private set; } = [];

    /// <summary>Loss of a batch before a step, and its derivatives by the circuit's weights, then by α.</summary>
    /// <param name="angles">Scaled features of the batch.</param>
    /// <param name="signs">±1 of each sample.</param>
    /// <param name="parameters">The circuit's weights, then α₀ of each qubit read, then α₁.</param>
    public (double Loss, double[] Slopes) Take(FeatureMatrix angles, double[] signs, double[] parameters)
    {
        var weights = _circuit.Weights.Length;
        var alpha = parameters[weights..];
        var rows = Rows(_program.Columns, _circuit, angles, parameters);
        LossSlope slope = (row, values, slopes) => FidelityCost.Slopes(values, signs[row], signs.Length, alpha, slopes);
        var result = _gradient.Differentiate(rows, _observables, _columns, slope, _context.Cancel);
        Notices = Spent == default ? result.Values.Notices : Notices;
        Spent += result.Values.Spent;
        var z = result.Values.Values.Span;
        var slopes = new double[parameters.Length];
        result.SharedLoss.Span.CopyTo(slopes);
        FidelityCost.WeightSlopes(z, signs, alpha, slopes.AsSpan(weights, 2 * _width));
        return (FidelityCost.Loss(z, signs, alpha), slopes);
    }

    /// <summary>Samples as rows of a program, the trained weights shared.</summary>
    public static RowTable Rows(Columns columns, DataReuploadingCircuit circuit, FeatureMatrix angles, ReadOnlySpan<double> parameters)
    {
        var shared = new Dictionary<string, double>(circuit.Weights.Length, StringComparer.Ordinal);
        for (var i = 0; i < circuit.Weights.Length; i++)
            shared.Add(circuit.Weights[i], parameters[i]);
        return new(columns.Share(shared), angles.Memory, angles.Rows);
    }
}
