using QmlBench.Circuits;

namespace QmlBench.Transpilation;

/// <summary>Starts a circuit like another one and copies operations into it.</summary>
internal static class CircuitCopy
{
    /// <summary>An empty circuit on device qubits with the parameters, classical registers and global phase of another.</summary>
    public static CircuitBuilder Start(Circuit like) => Start(like, like.QubitCount, like.GlobalPhase);

    /// <summary>The same with another number of qubits and another global phase.</summary>
    public static CircuitBuilder Start(Circuit like, int deviceQubits, Angle phase)
    {
        var builder = Circuit.Builder(deviceQubits).Physical();
        foreach (var register in like.ClbitRegisters)
            builder.AddClbitRegister(register.Name, register.Size);
        foreach (var parameter in like.Parameters)
            builder.Parameter(parameter);
        return builder.GlobalPhase(phase);
    }

    /// <summary>Appends one operation with its own qubits.</summary>
    public static void Append(CircuitBuilder builder, Operation operation) => Append(builder, operation, operation.Qubits);

    /// <summary>Appends one operation on other qubits.</summary>
    public static void Append(CircuitBuilder builder, Operation operation, ReadOnlySpan<int> qubits)
    {
        switch (operation.Kind)
        {
            case OperationKind.Gate:
                builder.Add(operation.Gate, operation.Angles, qubits, operation.Condition);
                break;
            case OperationKind.Measure:
                builder.Measure(qubits[0], operation.Clbit, operation.Condition);
                break;
            case OperationKind.Reset:
                builder.Reset(qubits[0], operation.Condition);
                break;
            case OperationKind.Delay:
                builder.Delay(operation.Delay, qubits, operation.Condition);
                break;
            case OperationKind.Barrier:
                builder.Barrier(qubits);
                break;
            default:
                throw new InvalidOperationException($"Bug in QmlBench: a {operation.Kind} operation cannot be copied.");
        }
    }
}
