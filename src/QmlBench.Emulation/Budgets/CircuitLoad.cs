using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Drawing;

namespace QmlBench.Emulation.Budgets;

/// <summary>How much a compiled circuit uses its qubits and couplers.</summary>
/// <param name="Qubits">Device qubits that do something, ascending; the wires of the load.</param>
/// <param name="Pulses">By wire: gates on it alone that take time.</param>
/// <param name="Seconds">By wire: time from its first gate to its last, waiting included.</param>
/// <param name="Measurements">By wire: final measurements.</param>
/// <param name="Pairs">Pairs of wires, the lower first, with the number of gates on them.</param>
internal sealed record CircuitLoad(
    ImmutableArray<int> Qubits, int[] Pulses, double[] Seconds, int[] Measurements, ImmutableArray<(int A, int B, int Count)> Pairs)
{
    /// <summary>The load of a scheduled circuit.</summary>
    public static CircuitLoad Of(TimedCircuit timed)
    {
        ImmutableArray<int> qubits = [.. timed.Circuit.ActiveQubits()];
        var (pulses, seconds, measurements) = (new int[qubits.Length], new double[qubits.Length], new int[qubits.Length]);
        var pairs = new SortedDictionary<(int, int), int>();
        for (var index = 0; index < timed.Circuit.Count; index++)
        {
            var operation = timed.Circuit[index];
            int[] wires = [.. operation.Qubits.ToArray().Select(qubit => qubits.IndexOf(qubit)).Order()];
            if (operation.Kind == OperationKind.Measure)
            {
                measurements[wires[0]]++;
            }
            else if (operation.Kind != OperationKind.Barrier)
            {
                Array.ForEach(wires, wire => seconds[wire] += timed.DurationSeconds[index]);
            }

            if (operation.Kind == OperationKind.Gate && wires.Length == 2)
            {
                pairs[(wires[0], wires[1])] = pairs.GetValueOrDefault((wires[0], wires[1])) + 1;
            }
            else if (operation.Kind == OperationKind.Gate && timed.DurationSeconds[index] > 0)
            {
                pulses[wires[0]]++;
            }
        }

        return new(qubits, pulses, seconds, measurements, [.. pairs.Select(pair => (pair.Key.Item1, pair.Key.Item2, pair.Value))]);
    }
}
