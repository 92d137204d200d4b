namespace QmlBench.Simulation.Trajectories;

/// <summary>What a block of a trajectory does.</summary>
internal enum BlockKind
{
    /// <summary>A matrix on one qubit.</summary>
    Single,

    /// <summary>A matrix on one of two qubits, then a permutation of their basis.</summary>
    Permuted,

    /// <summary>A matrix on two qubits.</summary>
    Pair,

    /// <summary>A matrix on three qubits.</summary>
    Triple,

    /// <summary>A look at the state: the alternative taken decides the matrix of the block after it.</summary>
    Event,

    /// <summary>Two qubits of a part change places in the order of the amplitudes.</summary>
    Swap,
}
