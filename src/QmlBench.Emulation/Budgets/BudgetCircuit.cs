using System.Collections.Immutable;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Budgets;

/// <summary>A noisy circuit by operations, layer after layer: what budgets take channels out of.</summary>
internal sealed class BudgetCircuit
{
    private readonly NoisyCircuit _circuit;

    private BudgetCircuit(NoisyCircuit circuit, ImmutableArray<int> deviceQubits, ImmutableArray<BudgetInstruction> instructions)
    {
        (_circuit, DeviceQubits, Instructions) = (circuit, deviceQubits, instructions);
    }

    /// <summary>Number of simulated qubits.</summary>
    public int QubitCount => _circuit.QubitCount;

    /// <summary>Device qubit of each simulated qubit.</summary>
    public ImmutableArray<int> DeviceQubits { get; }

    /// <summary>The operations, sorted by layer, then as they stand.</summary>
    public ImmutableArray<BudgetInstruction> Instructions { get; }

    /// <summary>Every channel.</summary>
    public IEnumerable<ChannelStep> Channels => Instructions.SelectMany(one => one.Steps).OfType<ChannelStep>();

    /// <summary>Cuts a noisy circuit at its operations.</summary>
    /// <param name="circuit">The circuit without final measurements; steps know the operation they come from.</param>
    /// <param name="deviceQubits">Device qubit of each of its qubits.</param>
    /// <param name="layers">Layer of each operation it has steps of.</param>
    public static BudgetCircuit Of(NoisyCircuit circuit, ImmutableArray<int> deviceQubits, IReadOnlyDictionary<int, int> layers)
    {
        var instructions = circuit.Steps.Where(step => step is not BarrierStep).GroupBy(step => step.Origin)
            .Select(steps => new BudgetInstruction(steps.Key, layers[steps.Key], [.. steps]));
        // A stable sort: along a wire layers never fall, so what acts on one qubit keeps its order.
        return new(circuit, deviceQubits, [.. instructions.OrderBy(one => one.Layer)]);
    }

    /// <summary>Device qubits of a channel, ascending.</summary>
    public ImmutableArray<int> Place(ChannelStep channel) => [.. channel.Qubits.Select(qubit => DeviceQubits[qubit]).Order()];

    /// <summary>The circuit with some of its channels.</summary>
    public NoisyCircuit With(Func<ChannelStep, bool> chosen) =>
        Build(Instructions.SelectMany(one => one.Steps).Where(step => step is not ChannelStep channel || chosen(channel)));

    /// <summary>A circuit of steps on the same register.</summary>
    public NoisyCircuit Build(IEnumerable<NoisyStep> steps)
    {
        var builder = NoisyCircuit.Builder(_circuit.QubitCount, _circuit.ClbitCount, _circuit.Parameters);
        foreach (var step in steps)
        {
            builder.Append(step);
        }

        return builder.Build();
    }
}
