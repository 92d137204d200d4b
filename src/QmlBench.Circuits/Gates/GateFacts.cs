using System.Numerics;

namespace QmlBench.Circuits.Gates;

/// <summary>Row-major matrix of a gate for given angles.</summary>
internal delegate Complex[] GateMatrixFunction(ReadOnlySpan<double> angles);

/// <summary>The inverse of a gate with given angles.</summary>
internal delegate (Gate Gate, Angle[] Angles) GateInverse(ReadOnlySpan<Angle> angles);

/// <summary>What the catalogue states about one gate; every fact is tested against the others.</summary>
internal sealed record GateFacts(string Name, int QubitCount, int ParameterCount, GateMatrixFunction Matrix)
{
    internal GateTraits Traits { get; init; }

    /// <summary>Null: the gate is its own inverse, or (not <see cref="GateTraits.SelfInverse"/>) the inverse of its definition.</summary>
    internal GateInverse? Inverse { get; init; }

    internal GateGenerator? Generator { get; init; }

    /// <summary>Adds the decomposition to a builder; null for the primitives.</summary>
    internal Action<CircuitBuilder, Angle[]>? Definition { get; init; }

    /// <summary>The gate that this one controls and by how many controls (which are the first operands).</summary>
    internal (Func<Gate> Base, int Controls)? Control { get; init; }
}
