using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Transpilation.Layouts;

/// <summary>How much each wire and each pair of wires is used: what a layout is judged by.</summary>
/// <param name="WireCount">Number of wires.</param>
/// <param name="Pairs">Pairs with a &lt; b, ascending, and the number of two-qubit gates on each.</param>
/// <param name="Pulses">Number of one-qubit pulses per wire.</param>
/// <param name="Measurements">Number of measurements per wire.</param>
internal sealed record Interactions(int WireCount, (int A, int B, double Count)[] Pairs, double[] Pulses, int[] Measurements)
{
    /// <summary>Wires that anything but an idle place is needed for.</summary>
    public bool IsUsed(int wire) => Measurements[wire] > 0 || Pulses[wire] > 0 || Pairs.Any(p => p.A == wire || p.B == wire);

    /// <summary>An estimate before synthesis: two-qubit gates by interaction coordinates, pulses by runs.</summary>
    public static Interactions Of(Flow flow)
    {
        var pairs = new SortedDictionary<(int, int), double>();
        var pulses = new double[flow.WireCount];
        var measurements = new int[flow.WireCount];
        foreach (var step in flow.Steps)
            if (step.IsPair)
                Pair(step, pairs, pulses);
            else if (step is LocalStep local)
                pulses[local.Qubits[0]] += PulseForm.Of(local.Unitary).Pulses;
            else if (step is FixedStep fix && flow.Source[fix.Origin].Kind == OperationKind.Measure)
                measurements[fix.Qubits[0]]++;
        foreach (var step in flow.Tail)
            if (flow.Source[step.Origin].Kind == OperationKind.Measure)
                measurements[flow.Ends[step.Qubits[0]]]++;
        return new(flow.WireCount, [.. pairs.Select(p => (p.Key.Item1, p.Key.Item2, p.Value))], pulses, measurements);
    }

    /// <summary>Exact figures of a native circuit; wires are its device qubits.</summary>
    public static Interactions Of(Circuit native)
    {
        var pairs = new SortedDictionary<(int, int), double>();
        var pulses = new double[native.QubitCount];
        var measurements = new int[native.QubitCount];
        for (var i = 0; i < native.Count; i++)
        {
            var operation = native[i];
            if (operation.Kind == OperationKind.Measure)
                measurements[operation.Qubits[0]]++;
            if (operation.Kind != OperationKind.Gate)
                continue;
            if (operation.Qubits.Length == 2)
                Count(pairs, operation.Qubits[0], operation.Qubits[1], 1);
            else if (!operation.Is(StandardGates.RZ) && !operation.Is(StandardGates.U1) && !operation.Is(StandardGates.P))
                pulses[operation.Qubits[0]]++;
        }
        return new(native.QubitCount, [.. pairs.Select(p => (p.Key.Item1, p.Key.Item2, p.Value))], pulses, measurements);
    }

    private static void Pair(Step step, SortedDictionary<(int, int), double> pairs, double[] pulses)
    {
        var uses = step switch { PairStep pair => pair.Cost, PairTurnStep => 2, _ => 1 };
        Count(pairs, step.Qubits[0], step.Qubits[1], uses);
        pulses[step.Qubits[0]] += uses;
        pulses[step.Qubits[1]] += uses;
    }

    private static void Count(SortedDictionary<(int, int), double> pairs, int a, int b, double uses)
    {
        var key = a < b ? (a, b) : (b, a);
        pairs[key] = pairs.GetValueOrDefault(key) + uses;
    }
}
