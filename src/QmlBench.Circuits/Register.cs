namespace QmlBench.Circuits;

/// <summary>A named run of qubits or classical bits of a circuit, in order of declaration.</summary>
/// <param name="Name">Name in the text the circuit came from; <c>q</c> and <c>c</c> where nothing else was said.</param>
/// <param name="Offset">Index of its first bit in the circuit; bit <c>i</c> of the register is bit <c>Offset + i</c>.</param>
/// <param name="Size">Number of bits.</param>
public readonly record struct Register(string Name, int Offset, int Size);
