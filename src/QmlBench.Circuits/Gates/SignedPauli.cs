using QmlBench.Numerics.Paulis;

namespace QmlBench.Circuits.Gates;

/// <summary>A Pauli string with a sign.</summary>
/// <param name="IsNegative">True for the factor −1.</param>
/// <param name="Pauli">The string.</param>
public readonly record struct SignedPauli(bool IsNegative, PauliString Pauli);
