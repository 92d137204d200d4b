using System.Collections.Immutable;
using QmlBench.Reporting.Analysis;
using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Sections;

/// <summary>The fidelities of a model on a device, for all mitigations that run the same compiled circuits.</summary>
/// <param name="Arm">The first of the arms.</param>
/// <param name="Mitigations">Names of the mitigations.</param>
/// <param name="Trials">Trials of the first arm with their fidelities, and those without.</param>
/// <param name="Predicted">Mean over draws.</param>
/// <param name="Simulated">Mean over the draws where it is simulated.</param>
/// <param name="Difference">Simulated less predicted, draw by draw.</param>
internal sealed record FidelityArm(
    Arm Arm, string Mitigations, ImmutableArray<TrialResult> Trials, Estimate Predicted, Estimate Simulated, Estimate Difference)
{
    /// <summary>Name of the model.</summary>
    public string Model => Arm.Model;

    /// <summary>Label of the device.</summary>
    public string Device => Arm.Device;

    /// <summary>Model, device and, where it matters, mitigation.</summary>
    public string Label => $"{Model} on {Device}" + (Arm.IsRaw ? string.Empty : $", {Mitigations}");

    /// <summary>Why values are missing, with the number of trials.</summary>
    public IEnumerable<string> Gaps => Trials
        .GroupBy(trial => trial.Fidelity is { } one ? one.Why : "stored before fidelities were recorded")
        .Where(group => group.Key.Length > 0)
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => $"No simulated fidelity of {Label} in {group.Count()} of {Trials.Length} trials: {group.Key.TrimEnd('.')}.");

    /// <summary>One entry for all arms whose trials have the same fidelities; none where nothing is recorded.</summary>
    /// <param name="data">The data set.</param>
    /// <param name="arms">Arms of one model on one device that differ in mitigation.</param>
    public static IEnumerable<FidelityArm> Of(DatasetTrials data, IEnumerable<Arm> arms) => arms
        .Where(arm => data.Trials(arm).Any(trial => trial.Fidelity is not null))
        .GroupBy(arm => string.Join('\n', data.Trials(arm).Select(trial => $"{trial.Key.Draw} {trial.Key.Repeat} {trial.Fidelity}")))
        .Select(same => Make(data, same.First(), string.Join(", ", same.Select(arm => arm.MitigationText))));

    /// <summary>The value of all circuits, or the least and the largest.</summary>
    public string Range(Func<CircuitFidelity, int> count)
    {
        var counts = Trials.Select(trial => trial.Fidelity).OfType<CircuitFidelity>().Select(count).ToList();
        return counts.Min() == counts.Max() ? NumberText.Of(counts[0]) : $"{counts.Min()} to {counts.Max()}";
    }

    private static FidelityArm Make(DatasetTrials data, Arm arm, string mitigations) => new(
        arm,
        mitigations,
        data.Trials(arm),
        data.Of(arm, trial => trial.Fidelity?.Predicted ?? double.NaN),
        data.Of(arm, trial => trial.Fidelity?.Simulated ?? double.NaN),
        data.Of(arm, trial => trial.Fidelity is { Simulated: { } simulated } one ? simulated - one.Predicted : double.NaN));
}
