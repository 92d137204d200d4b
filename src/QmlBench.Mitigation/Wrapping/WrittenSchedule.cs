using QmlBench.Circuits;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Mitigation.Wrapping;

/// <summary>How versions of a compiled circuit are scheduled when they are adopted.</summary>
internal static class WrittenSchedule
{
    /// <summary>As the compiled circuit itself: a circuit on device qubits (<c>$k</c>) is its own schedule.</summary>
    public static ScheduleOptions Of(Circuit circuit, CompileOptions options) => circuit.IsPhysical
        ? options.Schedule with { Mode = ScheduleMode.None }
        : options.Schedule;
}
