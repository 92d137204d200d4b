using System.Collections.Immutable;
using QmlBench.Reporting.Analysis;
using QmlBench.Reporting.Charts;

namespace QmlBench.Reporting.Sections;

/// <summary>Whether what the compiler chooses circuits by, the predicted fidelity, is what the simulation then finds.</summary>
internal static class FidelityBlock
{
    private static readonly ImmutableArray<string> Kinds = ["predicted", "simulated"];

    /// <summary>The block, or null where no fidelity is recorded: on the ideal device and in trials stored before it was.</summary>
    public static Block? Of(DatasetTrials data)
    {
        ImmutableArray<FidelityArm> arms = [.. data.Arms.Where(arm => arm.Quantum && !arm.IsIdeal).GroupBy(arm => (arm.Model, arm.Device))
            .SelectMany(arms => FidelityArm.Of(data, arms))];
        return arms.IsEmpty ? null : new(
            "Predicted and simulated fidelity",
            [
                "How well a device prepares the state of the compiled circuit. Predicted: the product of the process "
                    + "fidelities of all channels of the noise model, known before anything is simulated; between circuits the "
                    + "compiler chooses by it and the predicted readout. Simulated: the overlap of the noisy final state with the "
                    + "noiseless one, under the same noise model, exact, for one set of parameter values per trial, those of the "
                    + "first test sample. Readout is in neither, nor are the copies of a circuit that a mitigation makes. The "
                    + "prediction takes no state into account: errors that cancel or that the state does not feel make the "
                    + "simulated fidelity higher, coherent errors that add up make it lower. Of a kernel it is the feature map, "
                    + "half of the circuit that runs.",
                .. arms.SelectMany(arm => arm.Gaps).Distinct(StringComparer.Ordinal),
            ],
            [.. new[] { Figure(data, arms) }.OfType<FigureView>()],
            Table(data, arms));
    }

    private static TableView Table(DatasetTrials data, ImmutableArray<FidelityArm> arms) => new(
        $"Fidelity of the compiled circuits: mean over draws with its {data.IntervalName}.",
        ["Model", "Device", "Mitigation", "Trials", "Qubits", "Two-qubit gates", "Predicted", "Simulated", "Simulated − predicted"],
        [.. arms.Select(Row)],
        TextColumns: 3);

    private static ImmutableArray<string> Row(FidelityArm arm) =>
    [
        arm.Model, arm.Device, arm.Mitigations, NumberText.Of(arm.Trials.Length),
        arm.Range(one => one.Qubits), arm.Range(one => one.TwoQubitGates),
        NumberText.Of(arm.Predicted), arm.Simulated.IsDefined ? NumberText.Of(arm.Simulated) : "–",
        arm.Difference.IsDefined ? NumberText.Of(arm.Difference) : "–",
    ];

    private static FigureView? Figure(DatasetTrials data, ImmutableArray<FidelityArm> arms)
    {
        var chart = new Chart(
            $"Predicted and simulated fidelity of the compiled circuits on {data.Name}, by model and device; numbers in the table below.",
            "fidelity of the final state with the noiseless one, readout left out",
            Kinds, [.. arms.Select(arm => new ChartRow(arm.Label, Points(arm)))], ZeroLine: false, Margin: 0);
        return FigureView.Of(
            chart, $"Fidelity of the compiled circuits on {data.Name}, as predicted and as simulated. Bars: {data.IntervalName}.");
    }

    private static ImmutableArray<ChartPoint> Points(FidelityArm arm) =>
    [
        .. new[] { arm.Predicted, arm.Simulated }.Select((value, series) => new ChartPoint(
            series, value, $"{arm.Label}, {Kinds[series]}: {NumberText.Of(value)}")).Where(point => point.Value.IsDefined),
    ];
}
