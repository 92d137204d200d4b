namespace QmlBench.Simulation;

/// <summary>Behaviour versions of this room: raised whenever its output changes, in any bit, for the same input.</summary>
public static class BehaviourVersions
{
    /// <summary>Version of the engines.</summary>
    public const int Simulation = 4;
}
