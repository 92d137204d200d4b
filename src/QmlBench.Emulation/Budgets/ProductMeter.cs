using System.Collections.Immutable;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Budgets;

/// <summary>The fidelity as the product of process fidelities, for registers that cannot be simulated; an estimate.</summary>
internal sealed class ProductMeter : IBudgetMeter
{
    private readonly BudgetCircuit _circuit;

    /// <summary>A meter for a circuit.</summary>
    /// <param name="circuit">The circuit.</param>
    public ProductMeter(BudgetCircuit circuit)
    {
        _circuit = circuit;
        Figures = [new("fidelity", 1, Product(circuit.Channels), IsEstimate: true)];
    }

    /// <inheritdoc/>
    public ImmutableArray<BudgetFigure> Figures { get; }

    /// <inheritdoc/>
    public double[] With(Func<string, ImmutableArray<int>, bool> chosen, Func<int, bool> recorded) =>
        [Product(_circuit.Channels.Where(channel => chosen(channel.Source, _circuit.Place(channel))))];

    /// <inheritdoc/>
    public BudgetShares Shares() => new(By(one => one.Operation), By(one => one.Layer));

    private Dictionary<int, BudgetShare> By(Func<BudgetInstruction, int> key)
    {
        var groups = _circuit.Instructions.Where(one => one.IsNoisy).GroupBy(key)
            .Select(group => (group.Key, Own: Product(group.SelectMany(one => one.Steps).OfType<ChannelStep>()))).ToList();
        return groups.ToDictionary(group => group.Key, group => new BudgetShare(
            [group.Own], [groups.Where(other => other.Key != group.Key).Aggregate(1.0, (product, other) => product * other.Own)]));
    }

    private static double Product(IEnumerable<ChannelStep> channels) =>
        channels.Aggregate(1.0, (product, channel) => product * channel.Channel.ProcessFidelity);
}
