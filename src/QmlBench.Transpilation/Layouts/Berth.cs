namespace QmlBench.Transpilation.Layouts;

/// <summary>Wires and the connected part of the device that they are put on, with at least as many qubits.</summary>
internal sealed record Berth(int[] Wires, int[] Qubits);
