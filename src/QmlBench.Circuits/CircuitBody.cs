using System.Collections.Immutable;
using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits;

/// <summary>The arrays a circuit is made of; filled by <see cref="CircuitBuilder"/>, never changed afterwards.</summary>
/// <remarks><see cref="Codes"/> has one element more than there are operations, which marks the ends of the pools.
/// <see cref="ConditionOf"/> is null if no operation has a condition, else −1 or an index into <see cref="Conditions"/> per
/// operation.</remarks>
internal sealed record CircuitBody
{
    internal required int QubitCount { get; init; }

    internal required int ClbitCount { get; init; }

    internal required OperationCode[] Codes { get; init; }

    internal required int[] Qubits { get; init; }

    internal required Angle[] Angles { get; init; }

    internal required Gate[] Gates { get; init; }

    internal required DelayTime[] Delays { get; init; }

    internal required Condition[] Conditions { get; init; }

    internal required int[]? ConditionOf { get; init; }

    internal required ImmutableArray<string> Parameters { get; init; }

    internal required Angle GlobalPhase { get; init; }

    internal required ImmutableArray<Register> QubitRegisters { get; init; }

    internal required ImmutableArray<Register> ClbitRegisters { get; init; }

    internal required bool IsPhysical { get; init; }
}
