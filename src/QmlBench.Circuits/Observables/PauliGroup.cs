using System.Collections.Immutable;
using QmlBench.Numerics.Paulis;

namespace QmlBench.Circuits.Observables;

/// <summary>Pauli strings that one change of basis on each qubit measures together.</summary>
/// <param name="Basis">On every qubit the letter to measure; I where no member cares.</param>
/// <param name="Members">The strings, without the identity, by ascending X mask, then Z mask.</param>
/// <param name="Weight">Sum of |coefficient| of the members over all observables of the set; shots are shared in this proportion.</param>
public sealed record PauliGroup(PauliString Basis, ImmutableArray<PauliString> Members, double Weight);
