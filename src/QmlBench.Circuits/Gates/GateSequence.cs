using System.Numerics;

namespace QmlBench.Circuits.Gates;

/// <summary>A unitary as a list of gates on its own qubits and a phase; what modifiers (inverse, power, control) are applied to.</summary>
internal sealed class GateSequence(int qubitCount, IReadOnlyList<PlacedGate> operations, Angle phase)
{
    private const int MostRepetitions = 1000;
    private const int MostQubitsOfRealPower = 4;

    internal int QubitCount { get; } = qubitCount;

    internal IReadOnlyList<PlacedGate> Operations { get; } = operations;

    internal Angle Phase { get; } = phase;

    internal static GateSequence Of(Gate gate, Angle[] angles, Angle phase) =>
        new(gate.QubitCount, [new PlacedGate(gate, angles, [.. Enumerable.Range(0, gate.QubitCount)])], phase);

    internal static GateSequence OfPhase(Angle phase) => new(0, [], phase);

    internal GateSequence Inverse()
    {
        var inverse = new List<PlacedGate>(Operations.Count);
        for (int i = Operations.Count - 1; i >= 0; i--)
        {
            (Gate gate, Angle[] angles) = Operations[i].Gate.Inverse(Operations[i].Angles);
            inverse.Add(new PlacedGate(gate, angles, Operations[i].Qubits));
        }

        return new GateSequence(QubitCount, inverse, -Phase);
    }

    /// <summary>The principal power: whole powers of anything, real ones up to 4 qubits with constant angles; null where there is
    /// none.</summary>
    internal GateSequence? Power(double exponent)
    {
        if (Operations.Count == 0) return OfPhase(exponent * Phase);
        if (exponent == Math.Floor(exponent) && Math.Abs(exponent) <= MostRepetitions) return WholePower((int)exponent);
        if (Operations is [{ } only] && GatePower.Of(only.Gate, only.Angles, Phase, exponent) is { } power)
            return new GateSequence(QubitCount, [new PlacedGate(power.Gate, power.Angles, only.Qubits)], power.Phase);
        if (QubitCount > MostQubitsOfRealPower || !Phase.IsConstant
            || Operations.Any(operation => operation.Angles.Any(angle => !angle.IsConstant)))
            return null;
        return UnitaryPower.Of(Matrix(), exponent) is { } matrix ? UnitarySynthesis.Of(matrix) : null;
    }

    /// <summary>The unitary with one more control, which becomes its first qubit.</summary>
    internal GateSequence Controlled(bool negative, Action<long> count)
    {
        var operations = new List<PlacedGate>();
        if (negative) operations.Add(new PlacedGate(StandardGates.X, [], [0]));
        foreach (PlacedGate operation in Operations) operation.WithControl(operations, count);
        if (Phase != Angle.Zero) operations.Add(new PlacedGate(StandardGates.P, [Phase], [0]));
        if (negative) operations.Add(new PlacedGate(StandardGates.X, [], [0]));
        return new GateSequence(QubitCount + 1, operations, Angle.Zero);
    }

    internal Circuit ToCircuit(IReadOnlyList<string> parameters)
    {
        var builder = new CircuitBuilder(QubitCount);
        foreach (string parameter in parameters) builder.Parameter(parameter);
        foreach (PlacedGate operation in Operations) builder.Add(operation.Gate, operation.Angles, operation.Qubits);
        return builder.GlobalPhase(Phase).Build();
    }

    private Complex[] Matrix() => CircuitUnitary.Matrix(ToCircuit([]), []);

    private GateSequence WholePower(int exponent)
    {
        GateSequence unit = exponent < 0 ? Inverse() : this;
        if (unit.Operations is [{ Gate.Generator: not null } rotation] && Phase == Angle.Zero)
            return new GateSequence(QubitCount,
                [new PlacedGate(rotation.Gate, [Math.Abs(exponent) * rotation.Angles[0]], rotation.Qubits)], Angle.Zero);
        var repeated = new List<PlacedGate>();
        for (int i = 0; i < Math.Abs(exponent); i++) repeated.AddRange(unit.Operations);
        return new GateSequence(QubitCount, repeated, exponent * Phase);
    }
}
