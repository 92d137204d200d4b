using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Noisy;

/// <summary>What is said where an angle, or its slope, is not finite at the values of a row. Found out only once something is wrong.</summary>
internal static class FiniteAngles
{
    /// <summary>The refusal of a row at which an angle of a circuit is not finite.</summary>
    internal static ArgumentException Refusal(NoisyCircuit circuit, ReadOnlySpan<double> row)
    {
        for (int i = 0; i < circuit.Steps.Length; i++)
        {
            if (circuit.Steps[i] is GateStep gate && Offender(gate.Gate, gate.Angles.AsSpan(), row) is { } angle)
                return new($"{Place(gate, i)} turns by {angle.Describe(circuit.Parameters)}, which is {angle.Evaluate(row)}"
                    + $"{Values(circuit, angle, row)}; angles must be finite. Give the parameters other values.");
        }

        return new("An angle of the circuit is not finite at the values given. Give the parameters other values.");
    }

    /// <summary>The refusal of a row at which a derivative is not finite though all angles are.</summary>
    internal static ArgumentException SlopeRefusal(NoisyCircuit circuit, ReadOnlySpan<double> row)
    {
        for (int i = 0; i < circuit.Steps.Length; i++)
        {
            if (circuit.Steps[i] is not GateStep gate) continue;
            foreach (Angle angle in gate.Angles)
            {
                var slopes = new double[row.Length];
                angle.AddGradient(row, 1.0, slopes);
                int steep = Array.FindIndex(slopes, static s => !double.IsFinite(s));
                if (steep >= 0)
                    return new($"{Place(gate, i)} turns by {angle.Describe(circuit.Parameters)}, whose derivative by "
                        + $"'{circuit.Parameters[steep]}' is {slopes[steep]}{Values(circuit, angle, row)}; derivatives must be finite. "
                        + "Give the parameters other values.");
            }
        }

        return new("A derivative is not finite at the values given. Give the parameters other values.");
    }

    /// <summary>The first angle of a gate, or inside its definition, that is not finite; null if all are.</summary>
    internal static Angle? Offender(Gate gate, ReadOnlySpan<Angle> angles, ReadOnlySpan<double> row)
    {
        foreach (Angle angle in angles)
            if (!double.IsFinite(angle.Evaluate(row))) return angle;
        if (gate.IsStandard || gate.Definition is not { } body) return null;
        for (int i = 0; i < body.Count; i++)
        {
            if (body[i].Kind != OperationKind.Barrier
                && Offender(body[i].Gate, GateExpansion.Substituted(body[i].Angles, angles), row) is { } angle) return angle;
        }

        return null;
    }

    private static string Place(GateStep gate, int index) => $"Gate {gate.Gate.Name} at step {(gate.Origin < 0 ? index : gate.Origin)}";

    private static string Values(NoisyCircuit circuit, Angle angle, ReadOnlySpan<double> row)
    {
        var values = new List<string>();
        for (int p = 0; p < row.Length; p++)
            if (angle.DependsOn(p)) values.Add($"{circuit.Parameters[p]} = {row[p]}");
        return values.Count == 0 ? string.Empty : $" at {string.Join(", ", values)}";
    }
}
