namespace QmlBench.Suites.Running;

/// <summary>What the store knows of a planned trial.</summary>
public enum TrialState
{
    /// <summary>Nothing of this identity is stored.</summary>
    New,

    /// <summary>Its result is stored and is not run again.</summary>
    Stored,

    /// <summary>A result of this identity is stored, but of other inputs, limits or behaviour versions.</summary>
    Stale,
}
