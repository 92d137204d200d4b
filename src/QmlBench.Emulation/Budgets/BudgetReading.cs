using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Programs;
using QmlBench.Simulation.Noisy;
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
    public EffectSet Effects(Func<int, bool> recorded)
    {
        // A qubit that is not simulated carries no letter of any observable; it may stand anywhere.
        int[] places = [.. register.Places.Select(place => Math.Max(0, kept.IndexOf(place)))];
        var confusions = new ReadoutConfusion?[kept.Length];
        for (var logical = 0; logical < places.Length; logical++)
        {
            if (recorded(logical) && kept.Contains(register.Places[logical]))
            {
                confusions[places[logical]] = register.Recordings[logical];
            }
        }

        return EffectSet.Of(observables.Select(one => one.MapQubits(places, kept.Length)), kept.Length, confusions);
    }
}
