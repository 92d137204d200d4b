using System.Collections.Immutable;
using QmlBench.Circuits;

namespace QmlBench.Transpilation.Adoption;

/// <summary>Which device qubit is which logical qubit in a circuit written on device qubits.</summary>
internal static class WrittenLayout
{
    public static Circuit OnDevice(Circuit physical, int deviceQubits)
    {
        if (physical.QubitCount == deviceQubits && physical.IsPhysical)
            return physical;
        return physical.MapQubits([.. Enumerable.Range(0, physical.QubitCount)], deviceQubits, physical: true);
    }

    public static ImmutableArray<int> Of(Circuit physical)
    {
        var touched = physical.ActiveQubits();
        return Measured(physical) is { } measured && measured.Length == touched.Length ? measured : touched;
    }

    /// <summary>Device qubit per classical bit, or null where a bit is written never or twice, or the circuit does more than
    /// that.</summary>
    private static ImmutableArray<int>? Measured(Circuit physical)
    {
        if (physical.HasMidCircuit || physical.ClbitCount == 0)
            return null;
        var qubits = new int[physical.ClbitCount];
        Array.Fill(qubits, -1);
        for (var i = 0; i < physical.Count; i++)
        {
            var operation = physical[i];
            if (operation.Kind == OperationKind.Measure)
                qubits[operation.Clbit] = operation.Qubits[0];
        }
        return qubits.Contains(-1) || qubits.Distinct().Count() != qubits.Length ? null : [.. qubits];
    }
}
