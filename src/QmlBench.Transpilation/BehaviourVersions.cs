namespace QmlBench.Transpilation;

/// <summary>Behaviour versions of this room: raised whenever its output changes, in any bit, for the same input.</summary>
public static class BehaviourVersions
{
    /// <summary>Version of compilation and schedules.</summary>
    public const int Transpiler = 8;
}
