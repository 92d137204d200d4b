namespace QmlBench.Emulation.Waist;

/// <summary>
/// Limits stated by the asker, never taken from the machine: the method depends on them, so they are part of the result key.
/// </summary>
/// <param name="ExactQubits">Largest register that is simulated exactly as a density matrix.</param>
/// <param name="MemoryBytes">Most bytes a program may take.</param>
/// <param name="Method">The method forced, or null for the automatic choice.</param>
public sealed record Limits(int ExactQubits, long MemoryBytes, MethodKind? Method = null)
{
    /// <summary>14 exact qubits, 4 GiB, automatic choice.</summary>
    public static Limits Default { get; } = new(14, 4L << 30);
}
