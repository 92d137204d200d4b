namespace QmlBench.Emulation.Waist;

/// <summary>
/// Limits stated by the asker, never taken from the machine: the method depends on them, so they are part of the result key.
/// </summary>
/// <param name="ExactQubits">Largest register that is simulated exactly as a density matrix, after light cones are cut.</param>
/// <param name="MemoryBytes">Most bytes of the states of a simulation: one, or one for each branch over recorded bits.</param>
/// <param name="Method">The method forced, or null for the automatic choice.</param>
/// <param name="StandardError">Standard error that trajectories aim at where exact values are asked and do not fit; above 0.</param>
/// <param name="MostTrajectories">Most trajectories of a row in that case; at least 2.</param>
public sealed record Limits(
    int ExactQubits,
    long MemoryBytes,
    MethodKind? Method = null,
    double StandardError = Limits.DefaultStandardError,
    long MostTrajectories = Limits.DefaultMostTrajectories)
{
    /// <summary>Most qubits that a limit of exact registers may state: a density matrix of more has no place in one array.</summary>
    public const int MostExactQubits = 15;

    /// <summary>Standard error aimed at where none is stated.</summary>
    public const double DefaultStandardError = 0.01;

    /// <summary>Most trajectories of a row where no number is stated.</summary>
    public const long DefaultMostTrajectories = 10_000;

    /// <summary>
    /// Most qubits of one Pauli string that are read with error where its value is computed: each makes two strings of one.
    /// </summary>
    public const int MostQubitsReadWithError = 16;

    /// <summary>14 exact qubits, 4 GiB, automatic choice, standard error 0.01 by at most 10,000 trajectories.</summary>
    public static Limits Default { get; } = new(14, 4L << 30);

    /// <summary>The precision aimed at under a budget: the budget's own, or the one stated here.</summary>
    public Budget.Precision PrecisionOf(Budget budget) => budget as Budget.Precision ?? new(StandardError, MostTrajectories);
}
