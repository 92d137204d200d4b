using QmlBench.Circuits.Gates;
using QmlBench.Circuits.OpenQasm.Syntax;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>A gate under modifiers, as a list of plain gates and a phase.</summary>
internal sealed class ModifiedGate
{
    internal ModifiedGate(GateMeaning meaning, Angle[] angles)
        : this(
            meaning.Gate.QubitCount,
            [new ControlledOperation(meaning.Gate, angles, [.. Enumerable.Range(0, meaning.Gate.QubitCount)])],
            meaning.Phase?.Invoke(angles) ?? Angle.Zero)
    {
    }

    private ModifiedGate(int qubitCount, IReadOnlyList<ControlledOperation> operations, Angle phase)
    {
        QubitCount = qubitCount;
        Operations = operations;
        Phase = phase;
    }

    internal int QubitCount { get; }

    internal IReadOnlyList<ControlledOperation> Operations { get; }

    internal Angle Phase { get; }

    internal static ModifiedGate OfPhase(Angle phase) => new(0, [], phase);

    internal ModifiedGate Inverse()
    {
        var inverse = new List<ControlledOperation>(Operations.Count);
        for (int i = Operations.Count - 1; i >= 0; i--)
        {
            (Gate gate, Angle[] angles) = Operations[i].Gate.Inverse(Operations[i].Angles);
            inverse.Add(new ControlledOperation(gate, angles, Operations[i].Qubits));
        }

        return new ModifiedGate(QubitCount, inverse, -Phase);
    }

    /// <summary>The principal power; whole powers of any gate, real powers of what is a rotation or has one qubit.</summary>
    internal ModifiedGate Power(double exponent, Place place)
    {
        if (Operations.Count == 0) return OfPhase(exponent * Phase);
        if (exponent == Math.Floor(exponent) && Math.Abs(exponent) <= 1000) return WholePower((int)exponent);
        if (Operations is not [{ } only] || GatePower.Of(only.Gate, only.Angles, Phase, exponent) is not { } power)
            throw SyntaxFault.Unsupported(place, "this power of this gate; whole powers and powers of gates on one qubit are read");
        return new ModifiedGate(QubitCount, [new ControlledOperation(power.Gate, power.Angles, only.Qubits)], power.Phase);
    }

    /// <summary>The gate with one more control, which becomes its first operand.</summary>
    internal ModifiedGate Controlled(bool negative, Action<long> count)
    {
        var operations = new List<ControlledOperation>();
        if (negative) operations.Add(new ControlledOperation(StandardGates.X, [], [0]));
        foreach (ControlledOperation operation in Operations) operation.WithControl(operations, count);
        if (Phase != Angle.Zero) operations.Add(new ControlledOperation(StandardGates.P, [Phase], [0]));
        if (negative) operations.Add(new ControlledOperation(StandardGates.X, [], [0]));
        return new ModifiedGate(QubitCount + 1, operations, Angle.Zero);
    }

    internal void AddTo(OperationSink sink, int[] qubits, Place place)
    {
        foreach (ControlledOperation operation in Operations)
            sink.Add(new GateMeaning(operation.Gate), operation.Angles, [.. operation.Qubits.Select(qubit => qubits[qubit])], place);
        sink.AddPhase(Phase);
    }

    private ModifiedGate WholePower(int exponent)
    {
        ModifiedGate unit = exponent < 0 ? Inverse() : this;
        if (unit.Operations is [{ Gate.Generator: not null } rotation] && Phase == Angle.Zero)
            return new ModifiedGate(
                QubitCount, [new ControlledOperation(rotation.Gate, [Math.Abs(exponent) * rotation.Angles[0]], rotation.Qubits)], Angle.Zero);
        var repeated = new List<ControlledOperation>();
        for (int i = 0; i < Math.Abs(exponent); i++) repeated.AddRange(unit.Operations);
        return new ModifiedGate(QubitCount, repeated, exponent * Phase);
    }
}
