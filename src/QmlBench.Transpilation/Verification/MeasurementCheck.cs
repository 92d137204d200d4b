using System.Collections.Immutable;
using QmlBench.Circuits;

namespace QmlBench.Transpilation.Verification;

/// <summary>Checks that the final measurements read the right device qubits into the right classical bits.</summary>
internal static class MeasurementCheck
{
    /// <exception cref="InvalidOperationException">They do not: a fault of the compiler.</exception>
    public static void Require(Circuit source, Circuit native, ImmutableArray<int> finalLayout)
    {
        if (!FinalBits(source, q => finalLayout[q]).SequenceEqual(FinalBits(native, q => q)))
            throw new InvalidOperationException("Bug in QmlBench: the compiled circuit measures other qubits than its input.");
    }

    private static (int Clbit, int Qubit)[] FinalBits(Circuit circuit, Func<int, int> place)
    {
        var final = FinalMeasurements.Of(circuit);
        var bits = new List<(int, int)>();
        for (var i = 0; i < circuit.Count; i++)
            if (final[i])
                bits.Add((circuit[i].Clbit, place(circuit[i].Qubits[0])));
        bits.Sort();
        return [.. bits];
    }
}
