using QmlBench.Numerics.Paulis;

namespace QmlBench.Circuits.Observables;

/// <summary>One term of an observable: a real multiple of a Pauli string.</summary>
/// <param name="Coefficient">Real factor.</param>
/// <param name="Pauli">The string; bit q of its masks is qubit q.</param>
public readonly record struct PauliTerm(double Coefficient, PauliString Pauli);
