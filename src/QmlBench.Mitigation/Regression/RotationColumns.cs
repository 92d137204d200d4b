using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Mitigation.Regression;

/// <summary>A copy of a native circuit in which every rz has a parameter of its own, so that a training circuit is a row.</summary>
internal sealed class RotationColumns
{
    private readonly NativeCircuit _original;
    private readonly ImmutableArray<Angle> _angles;

    private RotationColumns(NativeCircuit original, NativeCircuit native, ImmutableArray<Angle> angles) =>
        (_original, Native, _angles) = (original, native, angles);

    /// <summary>The copy; parameter j is the angle of the j-th rz in order of the circuit.</summary>
    public NativeCircuit Native { get; }

    /// <summary>Number of rz.</summary>
    public int Count => _angles.Length;

    /// <summary>Takes a circuit apart.</summary>
    /// <exception cref="ExecutionRefusedException">A parameter stands in a gate other than rz.</exception>
    public static RotationColumns Of(NativeCircuit native)
    {
        var circuit = native.Circuit;
        var angles = ImmutableArray.CreateBuilder<Angle>();
        for (var index = 0; index < circuit.Count; index++)
        {
            Collect(circuit[index], angles);
        }

        var builder = CircuitCopies.Start(circuit, Enumerable.Range(0, angles.Count).Select(rotation => $"rz{rotation}"));
        var next = 0;
        for (var index = 0; index < circuit.Count; index++)
        {
            var operation = circuit[index];
            if (IsRotation(operation))
            {
                builder.Add(operation.Gate, [Angle.Parameter(next++)], operation.Qubits, operation.Condition);
            }
            else
            {
                CircuitCopies.Append(builder, operation, operation.Angles);
            }
        }

        return new(native, native with { Circuit = builder.Build(), Fused = null }, angles.ToImmutable());
    }

    /// <summary>Writes the angles of one row.</summary>
    /// <param name="values">Values of the original parameters.</param>
    /// <param name="angles">Receives one angle per rz, in radians.</param>
    public void Fill(ReadOnlySpan<double> values, Span<double> angles)
    {
        var row = _original.Row(values);
        for (var rotation = 0; rotation < angles.Length; rotation++)
        {
            angles[rotation] = _angles[rotation].Evaluate(row);
        }
    }

    private static bool IsRotation(Operation operation) => operation.Kind == OperationKind.Gate && operation.Is(StandardGates.RZ);

    private static void Collect(Operation operation, ImmutableArray<Angle>.Builder angles)
    {
        if (IsRotation(operation))
        {
            angles.Add(operation.Angles[0]);
            return;
        }

        foreach (var angle in operation.Angles)
        {
            if (!angle.IsConstant)
            {
                throw new ExecutionRefusedException(
                    $"Clifford data regression replaces angles of rz alone; '{operation.Gate.Name}' on device qubits "
                    + $"{string.Join(", ", operation.Qubits.ToArray())} has a parameter. Compile with the binding 'template'.");
            }
        }
    }
}
