using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Budgets;

/// <summary>Observables on logical qubits as functions of the simulated state, read with or without errors.</summary>
/// <param name="register">Where the logical qubits are.</param>
/// <param name="kept">Active qubit of each simulated qubit.</param>
/// <param name="observables">The observables.</param>
internal sealed class BudgetReading(LogicalRegister register, ImmutableArray<int> kept, ObservableSet observables)
{
    /// <summary>The names of the observables.</summary>
    public IEnumerable<string> Names => observables.Select(observable => observable.ToText());

    /// <summary>The functions.</summary>
    /// <param name="recorded">Which logical qubits are read with their errors.</param>
    public EffectSet Effects(Func<int, bool> recorded) => register.On(kept).Effects(observables, recorded);
}
