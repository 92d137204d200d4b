namespace QmlBench.Emulation.Waist;

/// <summary>How a program is simulated.</summary>
public enum MethodKind
{
    /// <summary>A state vector: noise-free circuits.</summary>
    StateVector,

    /// <summary>The exact density matrix as Pauli coefficients.</summary>
    Exact,

    /// <summary>A stabilizer tableau; its place is kept, nothing is simulated by it yet.</summary>
    Stabilizer,

    /// <summary>Quantum trajectories on state vectors, with a stated standard error.</summary>
    Trajectories,

    /// <summary>An external program or device.</summary>
    External,

    /// <summary>Observables carried backward as sums of Pauli strings; its place is kept, nothing is simulated by it yet.</summary>
    PauliPropagation,

    /// <summary>A matrix product state; its place is kept, nothing is simulated by it yet.</summary>
    MatrixProductState,
}
