using QmlBench.Circuits;

namespace QmlBench.Emulation.Fallbacks;

/// <summary>Copies of circuits on device qubits with other parameters. The global phase is left out: no result depends on it.</summary>
public static class CircuitCopies
{
    /// <summary>An empty circuit with the qubits and classical bits of another and the given parameters.</summary>
    public static CircuitBuilder Start(Circuit like, IEnumerable<string> parameters)
    {
        var builder = Circuit.Builder(like.QubitCount, like.ClbitCount).Physical();
        foreach (var parameter in parameters)
        {
            builder.Parameter(parameter);
        }

        return builder;
    }

    /// <summary>Appends an operation with other angles.</summary>
    public static void Append(CircuitBuilder builder, Operation operation, ReadOnlySpan<Angle> angles)
    {
        switch (operation.Kind)
        {
            case OperationKind.Gate:
                builder.Add(operation.Gate, angles, operation.Qubits, operation.Condition);
                break;
            case OperationKind.Measure:
                builder.Measure(operation.Qubits[0], operation.Clbit, operation.Condition);
                break;
            case OperationKind.Reset:
                builder.Reset(operation.Qubits[0], operation.Condition);
                break;
            case OperationKind.Delay:
                builder.Delay(operation.Delay, operation.Qubits, operation.Condition);
                break;
            case OperationKind.Barrier:
                builder.Barrier(operation.Qubits);
                break;
            default:
                throw new InvalidOperationException($"Bug in QmlBench: an operation of kind {operation.Kind} cannot be copied.");
        }
    }
}
