namespace QmlBench.Simulation.Trajectories;

/// <summary>One sweep over the amplitudes on one to three qubits, or a look at them.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="A">The lowest qubit.</param>
/// <param name="B">The next one, or −1.</param>
/// <param name="C">The highest of three, or −1.</param>
/// <param name="Matrix">Where its matrix starts among the numbers of all; of an event that of the block it decides.</param>
/// <param name="Code">Of <see cref="BlockKind.Permuted"/> the permutation, and bit 8 set if the matrix acts on B; of an event the number of
/// its draw.</param>
internal readonly record struct TrajectoryBlock(BlockKind Kind, int A, int B, int C, int Matrix, int Code)
{
    /// <summary>The bit of <see cref="Code"/> that says that the matrix of a permuted block acts on B.</summary>
    internal const int OnB = 1 << 8;

    /// <summary>Numbers of its matrix.</summary>
    internal int MatrixLength => Kind switch
    {
        BlockKind.Single or BlockKind.Permuted => 8,
        BlockKind.Pair => 32,
        BlockKind.Triple => 128,
        _ => 0,
    };
}
