namespace QmlBench.Emulation.Waist;

/// <summary>How a program is simulated.</summary>
public enum MethodKind
{
    /// <summary>A state vector: noise-free circuits.</summary>
    StateVector,

    /// <summary>The exact density matrix as Pauli coefficients.</summary>
    Exact,

    /// <summary>A stabilizer tableau.</summary>
    Stabilizer,

    /// <summary>Quantum trajectories on state vectors, with a stated standard error.</summary>
    Trajectories,

    /// <summary>An external program or device.</summary>
    External,
}
