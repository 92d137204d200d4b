namespace QmlBench.Simulation.Kernels;

/// <summary>What a chain of one-qubit maps comes to, whatever its angles.</summary>
internal enum ChainForm
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>X, Y and Z are scaled, and Z may be shifted: Pauli noise and relaxation.</summary>
    Diagonal,

    /// <summary>Anything else.</summary>
    Full,
}
