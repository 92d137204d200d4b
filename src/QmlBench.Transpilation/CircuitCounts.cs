using QmlBench.Circuits;

namespace QmlBench.Transpilation;

/// <summary>Size figures of a circuit.</summary>
/// <param name="TwoQubitGates">Number of gates on two qubits.</param>
/// <param name="OneQubitGates">Number of gates on one qubit, virtual ones included.</param>
/// <param name="Depth">Longest chain of operations; barriers and delays do not count.</param>
/// <param name="TwoQubitDepth">Longest chain of gates on two or more qubits.</param>
public sealed record CircuitCounts(int TwoQubitGates, int OneQubitGates, int Depth, int TwoQubitDepth)
{
    /// <summary>The figures of a circuit.</summary>
    public static CircuitCounts Of(Circuit circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        return new(circuit.TwoQubitGateCount, circuit.OneQubitGateCount, circuit.Depth(), circuit.Depth(2));
    }
}
