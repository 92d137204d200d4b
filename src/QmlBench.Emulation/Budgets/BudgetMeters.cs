using System.Collections.Immutable;
using QmlBench.Circuits.Drawing;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Programs;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Budgets;

/// <summary>The meters of a circuit: one if its register can be simulated; else an estimate, and the light cone of the observables.</summary>
internal sealed class BudgetMeters
{
    // States held at once beside two for each figure: the ideal one, working memory, and those between which the sweeps are halved.
    private const int States = 14;
    private readonly Preparation _prepared;
    private readonly ObservableSet? _observables;
    private readonly Limits _limits;

    /// <summary>The meters of a noisy circuit.</summary>
    /// <param name="prepared">The circuit with its noise.</param>
    /// <param name="timed">Its schedule.</param>
    /// <param name="question">Values of the parameters, observables, limits.</param>
    /// <param name="cancel">Acts between simulations.</param>
    /// <exception cref="ExecutionRefusedException">A mixed ideal state, or a light cone beyond the limits.</exception>
    public BudgetMeters(
        Preparation prepared, TimedCircuit timed, (double[] Row, ObservableSet? Observables, Limits Limits) question,
        CancellationToken cancel)
    {
        (_prepared, _observables, _limits) = (prepared, question.Observables, question.Limits);
        var qubits = prepared.Active.DeviceQubits;
        // Noise before a final measurement belongs to the reading; so the circuit without them is taken, and its operations counted back.
        var final = timed.Circuit.FinalMeasurements();
        Scheduled = [.. Enumerable.Range(0, final.Length).Where(index => !final[index])];
        Layers = BudgetLayers.Of(prepared.Unmeasured, timed.Circuit.WithoutFinalMeasurements(), index => timed.DurationSeconds[Scheduled[index]]);
        Circuit = BudgetCircuit.Of(prepared.Unmeasured, qubits, Layers);
        if (Fits(qubits.Length))
        {
            Exact = new(Circuit, Reading([.. Enumerable.Range(0, qubits.Length)]), true, question.Row, cancel);
            All = [Exact];
            Method = qubits.Length == 1 ? "density matrix of 1 qubit" : $"density matrix of {qubits.Length} qubits";
            return;
        }

        All = [new ProductMeter(Circuit)];
        Method = $"fidelity: product of process fidelities, an estimate ({qubits.Length} qubits are too many for density matrices)";
        if (question.Observables is { } observables)
        {
            var (reduced, kept) = Cone(observables);
            var part = BudgetCircuit.Of(reduced, [.. kept.Select(qubit => qubits[qubit])], Layers);
            All = [.. All, new ExactMeter(part, Reading(kept), false, question.Row, cancel)];
            Method += $"; observables: density matrix of the {kept.Length} qubits they depend on";
        }
    }

    /// <summary>The whole circuit.</summary>
    public BudgetCircuit Circuit { get; }

    /// <summary>Layer of each operation of <see cref="Circuit"/>.</summary>
    public IReadOnlyDictionary<int, int> Layers { get; }

    /// <summary>Number in the scheduled circuit of each operation of <see cref="Circuit"/>.</summary>
    public ImmutableArray<int> Scheduled { get; }

    /// <summary>The meters, in the order of the figures.</summary>
    public ImmutableArray<IBudgetMeter> All { get; }

    /// <summary>The meter of the whole register, or null where that is not simulated.</summary>
    public ExactMeter? Exact { get; }

    /// <summary>How the figures are computed.</summary>
    public string Method { get; }

    private bool Fits(int qubits) => qubits <= _limits.ExactQubits
        && Math.ScaleB(sizeof(double), 2 * qubits) * (States + (2 * (1 + (_observables?.Count ?? 0)))) <= _limits.MemoryBytes;

    private BudgetReading? Reading(ImmutableArray<int> kept) =>
        _observables is null ? null : new(_prepared.Register, kept, _observables);

    private (NoisyCircuit Circuit, ImmutableArray<int> Qubits) Cone(ObservableSet observables)
    {
        var support = observables.SelectMany(observable => observable.Terms).Aggregate(0UL, (mask, term) => mask | term.Pauli.Support);
        var cone = LightCone.Of(Circuit.With(_ => true), _prepared.Register.PlacesOf(support));
        return Fits(cone.QubitCount)
            ? (cone.Cut(), cone.QubitCount == 0 ? [0] : cone.Qubits)
            : throw new ExecutionRefusedException(
                $"The observables depend on {cone.QubitCount} qubits, and a noise budget of that many does not fit: density matrices of "
                + $"at most {_limits.ExactQubits} qubits in {_limits.MemoryBytes:N0} bytes. Ask for observables on fewer qubits, or for the "
                + "fidelity alone, which is estimated then.");
    }
}
