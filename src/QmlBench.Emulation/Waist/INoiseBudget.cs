using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Budgets;

namespace QmlBench.Emulation.Waist;

/// <summary>What each source, qubit, gate and layer of a program costs.</summary>
public interface INoiseBudget : ICapability
{
    /// <summary>The budget of one row.</summary>
    /// <param name="row">One row of parameter values.</param>
    /// <param name="observables">Observables on logical qubits, or null for the fidelity alone.</param>
    /// <param name="limits">
    /// What may be simulated exactly. Beyond it the fidelity is estimated, and observables are taken on their light cone.
    /// </param>
    /// <param name="cancel">Acts between simulations.</param>
    /// <exception cref="ExecutionRefusedException">There is no noise; conditions on measured bits; a mixed ideal state; a light cone beyond
    /// the limits.</exception>
    NoiseBudget Diagnose(RowTable row, ObservableSet? observables, Limits limits, CancellationToken cancel);

    /// <summary>The fidelity of the final state with the ideal one, or null where the register is beyond the limits.</summary>
    /// <param name="row">One row of parameter values.</param>
    /// <param name="limits">What may be simulated exactly.</param>
    /// <param name="cancel">Acts between simulations.</param>
    /// <exception cref="ExecutionRefusedException">Conditions on measured bits; a mixed ideal state.</exception>
    double? Fidelity(RowTable row, Limits limits, CancellationToken cancel);
}
