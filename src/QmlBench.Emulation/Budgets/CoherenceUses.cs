using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Drawing;
using QmlBench.Emulation.Programs;

namespace QmlBench.Emulation.Budgets;

/// <summary>Adds up the times of every qubit.</summary>
internal static class CoherenceUses
{
    /// <summary>The use of every active qubit; final measurements are not counted.</summary>
    public static ImmutableArray<CoherenceUse> Of(Preparation prepared, TimedCircuit timed)
    {
        var scale = prepared.Model.Device.NoiseScale * prepared.Model.Options.Scale;
        var final = timed.Circuit.FinalMeasurements();
        return [.. prepared.Active.DeviceQubits.Select(qubit => Of(prepared, timed, final, qubit, scale))];
    }

    private static CoherenceUse Of(Preparation prepared, TimedCircuit timed, ImmutableArray<bool> final, int qubit, double scale)
    {
        var times = prepared.Model.TimesOf(qubit);
        var (start, busy, idle) = (double.PositiveInfinity, 0.0, 0.0);
        for (var index = 0; index < timed.Circuit.Count; index++)
        {
            var operation = timed.Circuit[index];
            if (final[index] || operation.Kind == OperationKind.Barrier || !operation.Qubits.Contains(qubit))
            {
                continue;
            }

            start = Math.Min(start, timed.StartSeconds[index]);
            (busy, idle) = operation.Kind == OperationKind.Delay
                ? (busy, idle + timed.DurationSeconds[index]) : (busy + timed.DurationSeconds[index], idle);
        }

        return new(qubit, times.T1 / scale, times.T2 / scale, double.IsPositiveInfinity(start) ? 0 : start, busy, idle);
    }
}
