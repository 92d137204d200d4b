using QmlBench.Circuits;

namespace QmlBench.Transpilation;

/// <summary>Which operations are final measurements: only barriers follow on the qubit, and no condition reads the bit.</summary>
internal static class FinalMeasurements
{
    public static bool[] Of(Circuit circuit)
    {
        var final = new bool[circuit.Count];
        var busy = new bool[circuit.QubitCount];
        var read = new bool[circuit.ClbitCount];
        for (var i = circuit.Count - 1; i >= 0; i--)
        {
            var operation = circuit[i];
            if (operation.Kind == OperationKind.Barrier)
                continue;
            foreach (var bit in operation.Condition?.Clbits ?? [])
                read[bit] = true;
            final[i] = operation.Kind == OperationKind.Measure && operation.Condition is null
                && !busy[operation.Qubits[0]] && !read[operation.Clbit];
            if (operation.Kind == OperationKind.Measure)
                read[operation.Clbit] = true;
            foreach (var qubit in operation.Qubits)
                busy[qubit] = true;
        }
        return final;
    }
}
