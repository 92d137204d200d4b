using System.Collections.Immutable;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;
using QmlBench.Learning.Preprocessing;
using QmlBench.Learning.Training;

namespace QmlBench.Learning.QuantumModels;

/// <summary>A data re-uploading classifier with its hyperparameters fixed.</summary>
internal sealed record DataReuploadingModel(string Name, Hyperparameters Settings) : IModel
{
    private const int ProgressEvery = 20;

    public ModelFamily Family => ModelFamily.Quantum;

    public IFittedModel Fit(LabelledData train, TrainingContext context)
    {
        var scaler = MinMaxScaler.HalfPi.Fit(train.Features);
        var circuit = DataReuploadingCircuit.Build(train.Features.Columns, Settings.Whole("qubits"), Settings.Whole("layers"));
        var width = Width(circuit);
        var gradient = new ReuploadingGradient(Name, circuit, width, context);
        var start = Start(circuit, width, context);
        return Train(new(scaler.Apply(train.Features), train.Labels), train.Signs(Name), gradient, start, scaler, circuit, context);
    }

    /// <summary>Number of qubits read.</summary>
    private int Width(DataReuploadingCircuit circuit)
    {
        var (read, qubits) = (Settings.Whole("read"), circuit.Circuit.QubitCount);
        return read <= qubits
            ? (read == 0 ? qubits : read)
            : throw new ArgumentException($"{Name} cannot read {read} qubits of a circuit of {qubits}; set 'read' to at most {qubits}.");
    }

    /// <summary>The circuit's weights uniform in [0, 1), then α = 1.</summary>
    private static double[] Start(DataReuploadingCircuit circuit, int width, TrainingContext context)
    {
        var stream = context.Initialisation.Open();
        var start = new double[circuit.Weights.Length + (2 * width)];
        for (var i = 0; i < start.Length; i++)
            start[i] = i < circuit.Weights.Length ? stream.NextDouble() : 1;
        return start;
    }

    private DataReuploadingFit Train(
        LabelledData train,
        double[] signs,
        ReuploadingGradient gradient,
        double[] parameters,
        IFittedTransform scaler,
        DataReuploadingCircuit circuit,
        TrainingContext context)
    {
        var adam = new Adam(parameters.Length, new(Settings["learning_rate"]));
        var batches = new MiniBatches(train.Count, Settings.Whole("batch"), context.Batches.Open());
        var rule = new ConvergenceRule(200);
        var steps = Settings.Whole("steps");
        List<double> losses = [];
        var settled = false;
        while (losses.Count < steps && !settled)
        {
            context.Cancel.ThrowIfCancellationRequested();
            var batch = batches.Next();
            var (loss, slopes) = gradient.Take(train.Features.Select(batch), [.. batch.Select(i => signs[i])], parameters);
            if (!double.IsFinite(loss))
                throw new TrainingFailedException($"{Name} left the finite numbers at step {losses.Count}; lower the learning rate.");
            losses.Add(loss);
            adam.Step(parameters, slopes);
            settled = rule.IsMet(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(losses));
            if (losses.Count % ProgressEvery == 0)
                context.Progress?.Report(new(Name, losses.Count, steps, loss));
        }

        return new(this, scaler, circuit, Width(circuit), [.. parameters], Record(circuit, parameters, losses, settled, gradient));
    }

    private TrainingRecord Record(
        DataReuploadingCircuit circuit, double[] parameters, List<double> losses, bool settled, ReuploadingGradient gradient)
    {
        var weights = circuit.Weights.Length;
        ImmutableArray<Notice> unsettled = settled
            ? []
            : [new(Name, $"Training ended at its bound of {losses.Count} steps before the loss had settled.")];
        return new(
            losses.Count,
            settled,
            [.. losses],
            TrainingRecord.Table(("alpha", [.. parameters[weights..]]), ("weights", [.. parameters[..weights]])),
            gradient.Spent,
            [.. unsettled, .. gradient.Notices]);
    }
}
