namespace QmlBench.Circuits;

/// <summary>The stored form of one operation: 16 bytes. Its qubits and angles end where those of the next one begin.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Gate">Index into the circuit's gates, for a gate.</param>
/// <param name="QubitStart">First qubit in the qubit pool.</param>
/// <param name="AngleStart">First angle in the angle pool.</param>
/// <param name="Extra">Classical bit of a measurement, index of the length of a delay.</param>
internal readonly record struct OperationCode(OperationKind Kind, ushort Gate, int QubitStart, int AngleStart, int Extra);
