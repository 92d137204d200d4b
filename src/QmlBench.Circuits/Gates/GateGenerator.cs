using System.Collections.Immutable;
using QmlBench.Circuits.Observables;

namespace QmlBench.Circuits.Gates;

/// <summary>The Hermitian generator G of a gate with one angle: the gate is exp(−i θ/2 · G).</summary>
/// <remarks>Where G² = 1 the derivative of any expectation value is half the difference of its values at θ ± π/2 (parameter
/// shift).</remarks>
/// <param name="Terms">G as a real Pauli sum over the gate's operands; operand 0 is bit 0.</param>
public sealed record GateGenerator(ImmutableArray<PauliTerm> Terms)
{
    /// <summary>True if G is one Pauli string with coefficient 1, so that the two-term shift rule holds.</summary>
    public bool IsPauli => Terms.Length == 1 && Terms[0].Coefficient == 1.0 && Terms[0].Pauli.Weight > 0;
}
