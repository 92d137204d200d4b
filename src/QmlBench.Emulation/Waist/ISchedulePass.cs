using QmlBench.Transpilation;

namespace QmlBench.Emulation.Waist;

/// <summary>A pure change of a schedule, such as filling idle windows with pulses and the delays left between them.</summary>
public interface ISchedulePass
{
    /// <summary>Name and options, for identities and reports.</summary>
    string Name { get; }

    /// <summary>The changed schedule.</summary>
    ScheduledCircuit Apply(ScheduledCircuit schedule, Target target);
}
