namespace QmlBench.Learning.FeatureMaps;

/// <summary>Lists the blocks of qubits of an entanglement.</summary>
internal static class EntanglementBlocks
{
    /// <summary>Blocks of <paramref name="size"/> qubits out of <paramref name="qubits"/>; none if there are too few qubits.</summary>
    public static IEnumerable<int[]> Of(Entanglement entanglement, int qubits, int size)
    {
        if (size > qubits)
            return [];
        if (size == 1)
            return Enumerable.Range(0, qubits).Select(q => new[] { q });
        var linear = Enumerable.Range(0, qubits - size + 1).Select(first => Enumerable.Range(first, size).ToArray());
        return entanglement switch
        {
            Entanglement.Linear => linear,
            Entanglement.ReverseLinear => linear.Reverse(),
            Entanglement.Circular => qubits == size ? linear : Around(qubits, size).Concat(linear),
            Entanglement.Full => Combinations(qubits, size, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(entanglement), entanglement, "Not an entanglement."),
        };
    }

    private static IEnumerable<int[]> Around(int qubits, int size) => Enumerable.Range(qubits - size + 1, size - 1)
        .Select(first => Enumerable.Range(first, size).Select(q => q % qubits).ToArray());

    private static IEnumerable<int[]> Combinations(int qubits, int size, int first) => size == 0
        ? [[]]
        : Enumerable.Range(first, Math.Max(0, qubits - size + 1 - first))
            .SelectMany(q => Combinations(qubits, size - 1, q + 1).Select(rest => (int[])[q, .. rest]));
}
