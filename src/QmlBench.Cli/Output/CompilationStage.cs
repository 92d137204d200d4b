using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Cli.Composition;
using QmlBench.Devices;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Cli.Output;

/// <summary>Figures of a native circuit: as it was translated gate by gate, or as it was compiled.</summary>
/// <param name="Counts">Gates and depths.</param>
/// <param name="DurationSeconds">Duration of the schedule.</param>
/// <param name="PredictedFidelity">Predicted by the noise model; readout is not counted.</param>
/// <param name="PredictedSuccess">Product of 1 − error, readout counted.</param>
internal sealed record CompilationStage(CircuitCounts Counts, double DurationSeconds, double PredictedFidelity, double PredictedSuccess)
{
    /// <summary>The figures of a program.</summary>
    public static CompilationStage Of(IProgram program, Device device, ScheduleMode mode) => new(
        program.Native.Facts.After,
        ScheduledDuration.Of(program, device, mode),
        // Every emulated program describes its noise.
        program.Find<INoiseDescription>()!.Describe().PredictedFidelity,
        program.Native.Facts.PredictedSuccess);

    /// <summary>The figures as JSON.</summary>
    public JsonObject Json() => new()
    {
        ["two_qubit_gates"] = Counts.TwoQubitGates,
        ["one_qubit_gates"] = Counts.OneQubitGates,
        ["depth"] = Counts.Depth,
        ["depth_2q"] = Counts.TwoQubitDepth,
        ["duration_s"] = DurationSeconds,
        ["predicted_fidelity"] = PredictedFidelity,
        ["predicted_success"] = PredictedSuccess,
    };

    /// <summary>The figures of several circuits as lines of a table.</summary>
    public static IEnumerable<string> Table(CircuitCounts input, IReadOnlyList<(string Name, CompilationStage Stage)> stages)
    {
        yield return "            2q gates  1q gates  depth     duration  fidelity   success";
        yield return Line("as given", input, string.Empty, string.Empty, string.Empty);
        foreach (var (name, stage) in stages)
        {
            yield return Line(
                name,
                stage.Counts,
                Circuits.Drawing.TimeText.Write(stage.DurationSeconds),
                stage.PredictedFidelity.ToString("0.0000", CultureInfo.InvariantCulture),
                stage.PredictedSuccess.ToString("0.0000", CultureInfo.InvariantCulture));
        }
    }

    private static string Line(string name, CircuitCounts counts, string duration, string fidelity, string success) => string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-10}  {counts.TwoQubitGates,8}  {counts.OneQubitGates,8}  {counts.Depth,5}  {duration,11}  {fidelity,8}  {success,8}").TrimEnd();
}
