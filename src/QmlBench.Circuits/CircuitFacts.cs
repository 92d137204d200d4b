using System.Collections.Immutable;
using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits;

/// <summary>Counts and properties of a circuit.</summary>
internal static class CircuitFacts
{
    internal static int CountOf(Circuit circuit, OperationKind kind)
    {
        int count = 0;
        for (int i = 0; i < circuit.Count; i++)
            if (circuit.Body.Codes[i].Kind == kind) count++;
        return count;
    }

    internal static int CountOf(Circuit circuit, Gate gate)
    {
        int count = 0;
        for (int i = 0; i < circuit.Count; i++)
            if (circuit[i].Is(gate)) count++;
        return count;
    }

    internal static int GatesOn(Circuit circuit, int qubits)
    {
        int count = 0;
        for (int i = 0; i < circuit.Count; i++)
            if (circuit.Body.Codes[i].Kind == OperationKind.Gate && circuit[i].Qubits.Length == qubits) count++;
        return count;
    }

    internal static bool HasMidCircuit(Circuit circuit)
    {
        var measured = new bool[circuit.QubitCount];
        var written = new bool[circuit.ClbitCount];
        for (int i = 0; i < circuit.Count; i++)
        {
            Operation operation = circuit[i];
            if (operation.Condition is not null || operation.Kind == OperationKind.Reset) return true;
            if (operation.Kind == OperationKind.Barrier) continue;
            foreach (int qubit in operation.Qubits)
                if (measured[qubit]) return true;
            if (operation.Kind != OperationKind.Measure) continue;
            if (written[operation.Clbit]) return true;
            measured[operation.Qubits[0]] = written[operation.Clbit] = true;
        }

        return false;
    }

    internal static int Depth(Circuit circuit, int leastQubits)
    {
        var level = new int[circuit.QubitCount + circuit.ClbitCount];
        WireIndex wires = circuit.Wires;
        for (int i = 0; i < circuit.Count; i++)
        {
            OperationKind kind = circuit.Body.Codes[i].Kind;
            bool counts = kind is not (OperationKind.Barrier or OperationKind.Delay)
                && circuit[i].Qubits.Length >= leastQubits && (leastQubits == 1 || kind == OperationKind.Gate);
            int highest = 0;
            foreach (int wire in wires.Operands(i)) highest = Math.Max(highest, level[wire]);
            foreach (int wire in wires.Operands(i)) level[wire] = highest + (counts ? 1 : 0);
        }

        return level.Length == 0 ? 0 : level.Max();
    }

    internal static ImmutableArray<int> ActiveQubits(Circuit circuit)
    {
        var active = new bool[circuit.QubitCount];
        for (int i = 0; i < circuit.Count; i++)
        {
            if (circuit.Body.Codes[i].Kind == OperationKind.Barrier) continue;
            foreach (int qubit in circuit[i].Qubits) active[qubit] = true;
        }

        return [.. Enumerable.Range(0, active.Length).Where(qubit => active[qubit])];
    }
}
