namespace QmlBench.Transpilation;

/// <summary>Where the waiting of a qubit goes.</summary>
public enum ScheduleMode
{
    /// <summary>As late as possible: every gate waits until its result is needed.</summary>
    Alap,

    /// <summary>As soon as possible: a qubit waits after its gates.</summary>
    Asap,

    /// <summary>No delays are added: a circuit written with its delays is its own schedule.</summary>
    None
}
