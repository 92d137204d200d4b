namespace QmlBench.Emulation.Budgets;

/// <summary>One number that noise spoils: the fidelity of the final state, or an observable.</summary>
/// <param name="Name"><c>fidelity</c>, or the observable as text.</param>
/// <param name="Ideal">Its value without any noise.</param>
/// <param name="Noisy">Its value with all of it; for observables readout included.</param>
/// <param name="IsEstimate">True if it is a product of process fidelities, not simulated.</param>
public sealed record BudgetFigure(string Name, double Ideal, double Noisy, bool IsEstimate)
{
    /// <summary>What all noise together does to it: noisy − ideal.</summary>
    public double Change => Noisy - Ideal;
}
