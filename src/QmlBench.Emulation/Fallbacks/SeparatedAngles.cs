using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Fallbacks;

/// <summary>A copy of a native circuit in which every parametric rz has a parameter of its own.</summary>
/// <param name="Circuit">The copy; parameter j is the angle of occurrence j.</param>
/// <param name="Angles">The expression of occurrence j over the original parameters.</param>
internal sealed record SeparatedAngles(Circuit Circuit, ImmutableArray<Angle> Angles)
{
    /// <summary>Separates the angles of a circuit.</summary>
    /// <exception cref="ExecutionRefusedException">A parameter stands in a gate other than rz.</exception>
    public static SeparatedAngles Of(Circuit circuit)
    {
        var angles = ImmutableArray.CreateBuilder<Angle>();
        for (var index = 0; index < circuit.Count; index++)
        {
            Collect(circuit[index], angles);
        }

        var builder = CircuitCopies.Start(circuit, Enumerable.Range(0, angles.Count).Select(occurrence => $"angle{occurrence}"));
        var next = 0;
        for (var index = 0; index < circuit.Count; index++)
        {
            var operation = circuit[index];
            if (IsParametric(operation))
            {
                builder.Add(operation.Gate, [Angle.Parameter(next++)], operation.Qubits, operation.Condition);
            }
            else
            {
                CircuitCopies.Append(builder, operation, operation.Angles);
            }
        }

        return new(builder.Build(), angles.ToImmutable());
    }

    private static void Collect(Operation operation, ImmutableArray<Angle>.Builder angles)
    {
        if (!IsParametric(operation))
        {
            return;
        }

        if (!operation.Is(StandardGates.RZ))
        {
            throw new ExecutionRefusedException(
                $"Parameter-shift serves parameters in angles of rz alone; '{operation.Gate.Name}' on device qubits "
                + $"{string.Join(", ", operation.Qubits.ToArray())} has one. Compile with the binding 'template'.");
        }

        angles.Add(operation.Angles[0]);
    }

    private static bool IsParametric(Operation operation)
    {
        foreach (var angle in operation.Angles)
        {
            if (!angle.IsConstant)
            {
                return true;
            }
        }

        return false;
    }
}
