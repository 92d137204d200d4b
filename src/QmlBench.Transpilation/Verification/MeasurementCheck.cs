using QmlBench.Circuits;

namespace QmlBench.Transpilation.Verification;

/// <summary>Checks that the final measurements read the right device qubits into the right classical bits.</summary>
internal static class MeasurementCheck
{
    /// <exception cref="InvalidOperationException">They do not: a fault of the compiler.</exception>
    public static void Require(Circuit source, CompileDraft draft)
    {
        var native = draft.Circuit;
        var isFinal = native.FinalMeasurements();
        var asked = Final(source, native, draft.Origins);
        var ends = !asked.Where((final, i) => final && !isFinal[i]).Any();
        if (!ends || !Bits(source, [.. source.FinalMeasurements()], q => draft.FinalLayout[q]).SequenceEqual(Bits(native, asked, q => q)))
            throw new InvalidOperationException("Bug in QmlBench: the compiled circuit measures other qubits than its input.");
    }

    /// <summary>Which operations of a compiled circuit are final measurements of its input. In the compiled circuit others can be last as
    /// well, where gates after them cancelled.</summary>
    public static bool[] Final(Circuit source, Circuit native, int[] origins)
    {
        var final = source.FinalMeasurements();
        return [.. OriginOf(native, origins).Select(origin => origin >= 0 && final[origin])];
    }

    /// <summary>Per operation of a compiled circuit its index in the input; −1 for a gate.</summary>
    public static int[] OriginOf(Circuit native, int[] origins)
    {
        var originOf = new int[native.Count];
        var others = 0;
        for (var i = 0; i < native.Count; i++)
            originOf[i] = native[i].Kind == OperationKind.Gate ? -1 : origins[others++];
        return originOf;
    }

    private static (int Clbit, int Qubit)[] Bits(Circuit circuit, bool[] final, Func<int, int> place)
    {
        var bits = new List<(int, int)>();
        for (var i = 0; i < circuit.Count; i++)
            if (final[i])
                bits.Add((circuit[i].Clbit, place(circuit[i].Qubits[0])));
        // A stable sort: of two measurements into one bit the last one counts.
        return [.. bits.OrderBy(bit => bit.Item1)];
    }
}
