using System.Collections.Immutable;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Budgets;

/// <summary>One operation with its noise.</summary>
/// <param name="Operation">Its number in the circuit without final measurements; −1 for noise that belongs to none.</param>
/// <param name="Layer">Its layer.</param>
/// <param name="Steps">What it does and what its noise does, in order.</param>
internal sealed record BudgetInstruction(int Operation, int Layer, ImmutableArray<NoisyStep> Steps)
{
    /// <summary>Whether it has noise.</summary>
    public bool IsNoisy => Steps.Any(step => step is ChannelStep);

    /// <summary>What it does without noise.</summary>
    public IEnumerable<NoisyStep> Clean => Steps.Where(step => step is not ChannelStep);
}
