using System.Collections.Immutable;
using QmlBench.Transpilation;

namespace QmlBench.Emulation.Waist;

/// <summary>How idle time is written out as delays, and what passes then change the schedule.</summary>
/// <param name="Mode">As late or as soon as possible, or not at all.</param>
/// <param name="Passes">Passes over the schedule, in order (dynamical decoupling), handed in from above.</param>
public sealed record ScheduleOptions(ScheduleMode Mode, ImmutableArray<ISchedulePass> Passes)
{
    /// <summary>As late as possible: the default.</summary>
    public static ScheduleOptions Alap { get; } = new(ScheduleMode.Alap, []);

    /// <summary>As soon as possible.</summary>
    public static ScheduleOptions Asap { get; } = new(ScheduleMode.Asap, []);

    /// <summary>No delays are added: a circuit on <c>$k</c> is its own schedule.</summary>
    public static ScheduleOptions None { get; } = new(ScheduleMode.None, []);
}
