using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Programs;

/// <summary>Schedules without their final measurements.</summary>
internal static class UnmeasuredSchedule
{
    /// <summary>The schedule with the final measurements left out; what is left starts when it did.</summary>
    public static ScheduledCircuit Of(ScheduledCircuit scheduled)
    {
        var circuit = scheduled.Circuit.WithoutFinalMeasurements();
        var starts = ImmutableArray.CreateBuilder<double>(circuit.Count);
        for (var index = 0; index < scheduled.Circuit.Count; index++)
        {
            // Only measurements are left out, and those of a qubit that are left out come last.
            if (starts.Count < circuit.Count && IsSame(scheduled.Circuit[index], circuit[starts.Count]))
            {
                starts.Add(scheduled.StartSeconds[index]);
            }
        }

        return starts.Count == circuit.Count
            ? scheduled with { Circuit = circuit, StartSeconds = starts.MoveToImmutable() }
            : throw new InvalidOperationException("Bug in QmlBench: a schedule and its circuit without measurements do not fit.");
    }

    private static bool IsSame(Operation one, Operation other) => one.Kind == other.Kind && one.Qubits.SequenceEqual(other.Qubits);
}
