using QmlBench.Circuits.Drawing;
using QmlBench.Transpilation.Scheduling;

namespace QmlBench.Transpilation;

/// <summary>Writes the idle times of a native circuit out as delays.</summary>
/// <remarks>
/// Durations in whole dt where dt is known; virtual gates take none. Idle time before the first operation of a qubit is left out (it is
/// in |0⟩ there). All qubits end together; the final measurements start then. Delays written in the circuit last exactly as written.
/// The rules are Qiskit's ALAP and ASAP analysis with padded delays, checked against its texts.
/// </remarks>
public static class Scheduler
{
    /// <summary>The circuit with delays, for <see cref="ScheduleMode.None"/> as it is with only the times added.</summary>
    /// <param name="native">A circuit on device qubits.</param>
    /// <param name="target">The device.</param>
    /// <param name="mode">Where waiting goes.</param>
    /// <exception cref="TranspilationException">A delay is in dt and the device has no sample time.</exception>
    public static ScheduledCircuit Apply(NativeCircuit native, Target target, ScheduleMode mode)
    {
        ArgumentNullException.ThrowIfNull(native);
        ArgumentNullException.ThrowIfNull(target);
        var durations = OperationDurations.Of(native.Circuit, target);
        var timeline = Timeline.Of(native.Circuit, durations.Ticks, mode == ScheduleMode.Alap);
        return new ScheduleWriter(native.Circuit, durations, timeline).Write(mode != ScheduleMode.None);
    }

    /// <summary>The schedule on a time axis, with the logical qubits its wires hold: for drawings and for budgets of time.</summary>
    /// <param name="scheduled">The schedule.</param>
    /// <param name="native">The circuit it was made of.</param>
    /// <param name="target">The device.</param>
    /// <exception cref="TranspilationException">A delay is in dt and the device has no sample time.</exception>
    public static TimedCircuit Timed(ScheduledCircuit scheduled, NativeCircuit native, Target target)
    {
        ArgumentNullException.ThrowIfNull(scheduled);
        ArgumentNullException.ThrowIfNull(native);
        ArgumentNullException.ThrowIfNull(target);
        var durations = OperationDurations.Of(scheduled.Circuit, target);
        return new(
            scheduled.Circuit, scheduled.StartSeconds, [.. durations.Ticks.Select(ticks => ticks * durations.TickSeconds)],
            scheduled.GatesEndSeconds)
        {
            InitialLayout = native.InitialLayout,
            FinalLayout = native.FinalLayout,
        };
    }

    /// <summary>The circuit in moments, as Cirq has circuits: gates of a moment start together, and every qubit waits for the longest.</summary>
    /// <remarks>
    /// A gate lasts as long as its operands relax (<see cref="Target.RelaxationDuration"/>). What takes no time takes no moment. Barriers are
    /// seams between moments, so a circuit can say its own. Final measurements are a moment by themselves.
    /// </remarks>
    /// <param name="native">A circuit on device qubits.</param>
    /// <param name="target">The device.</param>
    /// <param name="mode">
    /// <see cref="ScheduleMode.Alap"/>: every operation in the last moment it can be in; else in the first, which is also what a circuit
    /// that is its own schedule means.
    /// </param>
    /// <exception cref="TranspilationException">A delay is in dt and the device has no sample time.</exception>
    public static ScheduledCircuit ApplyInMoments(NativeCircuit native, Target target, ScheduleMode mode)
    {
        ArgumentNullException.ThrowIfNull(native);
        ArgumentNullException.ThrowIfNull(target);
        var durations = OperationDurations.Of(native.Circuit, target, ofRelaxation: true);
        var timeline = MomentTimeline.Of(native.Circuit, durations.Ticks, mode == ScheduleMode.Alap);
        return new ScheduleWriter(native.Circuit, durations, timeline).Write(writeDelays: true);
    }
}
