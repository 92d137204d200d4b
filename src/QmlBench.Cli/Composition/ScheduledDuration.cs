using System.Collections.Immutable;
using QmlBench.Circuits.Drawing;
using QmlBench.Devices;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Cli.Composition;

/// <summary>How long a compiled circuit takes on its device.</summary>
/// <param name="KnownSeconds">From the first operation to the end of the last, final measurements included; what has no duration takes
/// none here.</param>
/// <param name="Missing">Operations of the circuit for which the device gives no duration, sorted.</param>
internal sealed record ScheduledDuration(double KnownSeconds, ImmutableArray<string> Missing)
{
    /// <summary>Seconds; null where the device does not give all durations.</summary>
    public double? Seconds => Missing.IsEmpty ? KnownSeconds : null;

    /// <summary>The duration for people: <c>unknown</c> where it is.</summary>
    public string Text => Missing.IsEmpty ? TimeText.Write(KnownSeconds) : "unknown";

    /// <summary>What to say of durations that are not known; null if all are.</summary>
    public string? Notice(string device) => Missing.IsEmpty ? null
        : $"{device} gives no duration for {string.Join(", ", Missing)}, so that of the circuit is not known"
            + (KnownSeconds > 0 ? $"; all else takes {TimeText.Write(KnownSeconds)}." : ".");

    /// <summary>The duration of a program; 0 on the ideal device.</summary>
    public static ScheduledDuration Of(IProgram program, Device device, ScheduleMode mode)
    {
        if (device.IsIdeal)
            return new(0.0, []);
        var scheduled = Scheduler.Apply(program.Native, Target.For(device), mode);
        return new(scheduled.DurationSeconds, scheduled.WithoutDuration);
    }
}
