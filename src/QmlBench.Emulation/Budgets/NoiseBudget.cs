using System.Collections.Immutable;
using QmlBench.Circuits.Drawing;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Budgets;

/// <summary>What each source, place, operation and layer of a compiled circuit costs in fidelity and in every observable asked.</summary>
/// <remarks>
/// <para>The fidelity is ⟨ψ|ρ|ψ⟩ of the final state on all active qubits with the ideal one, before any reading. A channel that is taken
/// out leaves all others as they were derived with every source on. What the shares of a list do not add up to is their interaction.</para>
/// <para>Immutable.</para>
/// </remarks>
public sealed record NoiseBudget
{
    /// <summary>Name of the device.</summary>
    public required string Device { get; init; }

    /// <summary>How the figures were computed.</summary>
    public required string Method { get; init; }

    /// <summary>The fidelity, then the observables in their order.</summary>
    public required ImmutableArray<BudgetFigure> Figures { get; init; }

    /// <summary>By source, in the order of documentation; those that do something.</summary>
    public required ImmutableArray<SourceShare> Sources { get; init; }

    /// <summary>By qubit, ascending: everything that touches it, its couplers and its reading included. A coupler counts twice.</summary>
    public required ImmutableArray<PlaceShare> Qubits { get; init; }

    /// <summary>By qubit and coupler, each channel once: qubits first, ascending.</summary>
    public required ImmutableArray<PlaceShare> Places { get; init; }

    /// <summary>By operation that has noise, in the order of the scheduled circuit.</summary>
    public required ImmutableArray<OperationShare> Operations { get; init; }

    /// <summary>By layer that has noise, ascending.</summary>
    public required ImmutableArray<LayerShare> Layers { get; init; }

    /// <summary>The reading of the final state.</summary>
    public required ReadoutBudget Readout { get; init; }

    /// <summary>Coherence of every active qubit, ascending.</summary>
    public required ImmutableArray<CoherenceUse> Coherence { get; init; }

    /// <summary>The scheduled circuit; <see cref="OperationShare.Operation"/> counts its operations.</summary>
    public required TimedCircuit Schedule { get; init; }

    /// <summary>What was assumed.</summary>
    public required ImmutableArray<Notice> Notices { get; init; }

    /// <summary>
    /// What wrong records cost, if an observable sees any: beside operations and layers, which know no reading, it makes up the whole.
    /// </summary>
    public BudgetShare? Reading { get; init; }

    /// <summary>What a share does to a figure when nothing else is noisy: alone − ideal.</summary>
    public double ChangeAlone(BudgetShare share, int figure) => share.Alone[figure] - Figures[figure].Ideal;

    /// <summary>What a share does to a figure beside all other noise: noisy − removed.</summary>
    public double ChangeRemoved(BudgetShare share, int figure) => Figures[figure].Noisy - share.Removed[figure];

    /// <summary>What the shares of a list leave unexplained of a figure's change, each taken alone.</summary>
    public double InteractionAlone(IEnumerable<BudgetShare> shares, int figure) =>
        shares.Aggregate(Figures[figure].Change, (left, share) => left - ChangeAlone(share, figure));

    /// <summary>What the shares of a list leave unexplained of a figure's change, each taken out.</summary>
    public double InteractionRemoved(IEnumerable<BudgetShare> shares, int figure) =>
        shares.Aggregate(Figures[figure].Change, (left, share) => left - ChangeRemoved(share, figure));

    /// <summary>
    /// What a figure would gain if a share were taken out: |noisy − ideal| − |removed − ideal|. For the fidelity the loss it causes beside
    /// all other noise.
    /// </summary>
    public double Cost(BudgetShare share, int figure) => Math.Abs(Figures[figure].Change)
        - Math.Abs(share.Removed[figure] - Figures[figure].Ideal);
}
