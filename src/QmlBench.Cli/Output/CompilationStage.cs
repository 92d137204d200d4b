using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Cli.Composition;
using QmlBench.Emulation;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Cli.Output;

/// <summary>Figures of a native circuit: as it was translated gate by gate, or as it was compiled.</summary>
/// <param name="Counts">Gates and depths.</param>
/// <param name="Duration">Duration of the schedule.</param>
/// <param name="PredictedFidelity">Predicted by the noise model for gates, resets and idle times; readout is not counted.</param>
/// <param name="PredictedReading">The same for the readout alone (<see cref="Emulation.Noise.PredictedReading"/>).</param>
/// <param name="PredictedSuccess">Product of 1 − error, readout counted.</param>
internal sealed record CompilationStage(
    CircuitCounts Counts, ScheduledDuration Duration, double PredictedFidelity, double PredictedReading, double PredictedSuccess)
{
    /// <summary>What the columns of <see cref="Table"/> mean.</summary>
    public const string Legend = "predicted, nothing is simulated: fidelity by the noise model, of gates, resets and waiting; readout of the "
        + "qubits measured (of all used where none is); success, the product of 1 - reported error, readout counted.";

    /// <summary>The figures of a program.</summary>
    public static CompilationStage Of(IProgram program, Emulator emulator, ScheduleMode mode) => new(
        program.Native.Facts.After,
        ScheduledDuration.Of(program, emulator.Noise.Device, mode),
        // Every emulated program describes its noise.
        program.Find<INoiseDescription>()!.Describe().PredictedFidelity,
        emulator.Noise.Device.IsIdeal ? 1.0 : Emulation.Noise.PredictedReading.Of(program.Native, emulator.Noise),
        program.Native.Facts.PredictedSuccess);

    /// <summary>All figures as JSON.</summary>
    public JsonObject Json()
    {
        var all = Size();
        foreach (var (name, value) in Predictions())
            all[name] = value;
        return all;
    }

    /// <summary>What the noise model predicts.</summary>
    public IEnumerable<(string Name, double Value)> Predictions() =>
    [
        ("predicted_fidelity", PredictedFidelity), ("predicted_readout_fidelity", PredictedReading), ("predicted_success", PredictedSuccess),
    ];

    /// <summary>Gates, depths and time as JSON.</summary>
    public JsonObject Size() => new()
    {
        ["two_qubit_gates"] = Counts.TwoQubitGates,
        ["one_qubit_gates"] = Counts.OneQubitGates,
        ["depth"] = Counts.Depth,
        ["depth_2q"] = Counts.TwoQubitDepth,
        ["duration_s"] = Duration.Seconds,
        ["without_duration"] = new JsonArray([.. Duration.Missing.Select(name => (JsonNode)name)]),
    };

    /// <summary>The figures of several circuits as lines of a table.</summary>
    public static IEnumerable<string> Table(CircuitCounts input, IReadOnlyList<(string Name, CompilationStage Stage)> stages)
    {
        yield return "            2q gates  1q gates  depth     duration  fidelity   readout   success";
        yield return Line("as given", input, string.Empty, []);
        foreach (var (name, stage) in stages)
        {
            yield return Line(
                name,
                stage.Counts,
                stage.Duration.Text,
                stage.Predictions().Select(prediction => prediction.Value));
        }
    }

    private static string Line(string name, CircuitCounts counts, string duration, IEnumerable<double> predictions) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-10}  {counts.TwoQubitGates,8}  {counts.OneQubitGates,8}  {counts.Depth,5}  {duration,11}  ").TrimEnd()
        + string.Concat(predictions.Select(value => string.Create(CultureInfo.InvariantCulture, $"  {value,8:0.0000}")));
}
