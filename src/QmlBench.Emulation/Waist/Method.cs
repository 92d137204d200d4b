namespace QmlBench.Emulation.Waist;

/// <summary>How a program is simulated, and why.</summary>
/// <param name="Kind">The method.</param>
/// <param name="Why">One sentence: what decided it.</param>
/// <param name="Bytes">Bytes of one state.</param>
/// <param name="ActiveQubits">Size of the register that is simulated.</param>
public sealed record Method(MethodKind Kind, string Why, long Bytes, int ActiveQubits)
{
    /// <summary>The name used on the command line and in files.</summary>
    public string Name => Kind switch
    {
        MethodKind.StateVector => "state-vector",
        MethodKind.Exact => "exact",
        MethodKind.Stabilizer => "stabilizer",
        MethodKind.Trajectories => "trajectories",
        _ => "external",
    };
}
