namespace QmlBench.Transpilation.Routing;

/// <summary>A run of nodes and swaps on one pair of device qubits, and the two-qubit gates it will be written in.</summary>
internal readonly record struct PairBlock(int A, int B, int Gates);
