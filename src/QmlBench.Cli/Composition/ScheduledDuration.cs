using QmlBench.Devices;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Cli.Composition;

/// <summary>How long a compiled circuit takes on its device.</summary>
internal static class ScheduledDuration
{
    /// <summary>Seconds from the first operation to the end of the last, final measurements included; 0 on the ideal device.</summary>
    public static double Of(IProgram program, Device device, ScheduleMode mode) => device.IsIdeal
        ? 0.0
        : Scheduler.Apply(program.Native, Target.For(device), mode).DurationSeconds;
}
