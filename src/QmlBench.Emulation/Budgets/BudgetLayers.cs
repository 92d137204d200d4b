using QmlBench.Circuits;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation.Budgets;

/// <summary>Layers of a noisy circuit: gates with noise or duration open one, virtual gates and idle windows belong to the last.</summary>
internal static class BudgetLayers
{
    /// <summary>Layer of each operation that does something; along every wire, those that noise alone touches included, it never
    /// falls.</summary>
    /// <param name="noisy">The circuit; steps know the operation they come from.</param>
    /// <param name="operations">The operations.</param>
    /// <param name="durations">Duration of each operation.</param>
    public static IReadOnlyDictionary<int, int> Of(NoisyCircuit noisy, Circuit operations, Func<int, double> durations)
    {
        var layers = new Dictionary<int, int>();
        var reached = new int[noisy.QubitCount];
        foreach (var steps in noisy.Steps.Where(step => step is not BarrierStep).GroupBy(step => step.Origin))
        {
            var wires = steps.SelectMany(Qubits).Distinct().ToList();
            var opens = steps.Key >= 0 && operations[steps.Key].Kind != OperationKind.Delay
                && (durations(steps.Key) > 0 || steps.Any(step => step is ChannelStep));
            var layer = wires.Max(wire => reached[wire]) + (opens ? 1 : 0);
            layers.Add(steps.Key, layer);
            wires.ForEach(wire => reached[wire] = layer);
        }

        return layers;
    }

    private static IEnumerable<int> Qubits(NoisyStep step) => step switch
    {
        GateStep gate => gate.Qubits,
        ChannelStep channel => channel.Qubits,
        MeasureStep measure => [measure.Qubit],
        ResetStep reset => [reset.Qubit],
        _ => [],
    };
}
