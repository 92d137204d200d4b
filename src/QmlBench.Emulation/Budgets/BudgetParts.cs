using System.Collections.Immutable;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;

namespace QmlBench.Emulation.Budgets;

/// <summary>A circuit in parts, one for each noisy operation, with and without its noise; and which stretches are exchanged.</summary>
/// <remarks>Operations without noise join the next part.</remarks>
internal sealed class BudgetParts
{
    private readonly BudgetCircuit _circuit;
    private readonly List<ImmutableArray<NoisyStep>> _noisy = [];
    private readonly List<ImmutableArray<NoisyStep>> _clean = [];
    private readonly List<(int First, int Count)> _stretches = [];
    private readonly List<(bool IsLayer, int Number)> _labels = [];

    private BudgetParts(BudgetCircuit circuit)
    {
        _circuit = circuit;
        var pending = new List<NoisyStep>();
        foreach (var layer in circuit.Instructions.GroupBy(one => one.Layer))
        {
            AddLayer(layer, pending);
        }

        if (pending.Count > 0)
        {
            _noisy.Add([.. pending]);
            _clean.Add([.. pending]);
        }

        Labels = [.. _labels];
        Noisy = [.. _noisy.Select(steps => circuit.Build(steps))];
        Clean = [.. _clean.Select(steps => circuit.Build(steps))];
        RemovingNoise = Exchanges(_clean);
        AddingNoise = Exchanges(_noisy);
    }

    /// <summary>What each exchange is: an operation or a layer, with its number.</summary>
    public ImmutableArray<(bool IsLayer, int Number)> Labels { get; }

    /// <summary>The parts with noise.</summary>
    public ImmutableArray<NoisyCircuit> Noisy { get; }

    /// <summary>The parts without.</summary>
    public ImmutableArray<NoisyCircuit> Clean { get; }

    /// <summary>Exchanges of noisy stretches for clean ones.</summary>
    public ImmutableArray<PartExchange> RemovingNoise { get; }

    /// <summary>Exchanges of clean stretches for noisy ones.</summary>
    public ImmutableArray<PartExchange> AddingNoise { get; }

    /// <summary>The parts of a circuit.</summary>
    public static BudgetParts Of(BudgetCircuit circuit) => new(circuit);

    private void AddLayer(IGrouping<int, BudgetInstruction> layer, List<NoisyStep> pending)
    {
        var first = _noisy.Count;
        foreach (var one in layer)
        {
            if (!one.IsNoisy)
            {
                pending.AddRange(one.Steps);
                continue;
            }

            _stretches.Add((_noisy.Count, 1));
            _labels.Add((false, one.Operation));
            _noisy.Add([.. pending, .. one.Steps]);
            _clean.Add([.. pending, .. one.Clean]);
            pending.Clear();
        }

        if (_noisy.Count > first)
        {
            _stretches.Add((first, _noisy.Count - first));
            _labels.Add((true, layer.Key));
        }
    }

    private ImmutableArray<PartExchange> Exchanges(List<ImmutableArray<NoisyStep>> replacements) =>
    [
        .. _stretches.Select(stretch => new PartExchange(
            stretch.First,
            stretch.Count,
            _circuit.Build(replacements.Skip(stretch.First).Take(stretch.Count).SelectMany(steps => steps)))),
    ];
}
