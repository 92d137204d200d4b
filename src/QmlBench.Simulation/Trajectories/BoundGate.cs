namespace QmlBench.Simulation.Trajectories;

/// <summary>A gate at its angles, its operands ascending.</summary>
/// <param name="Qubits">The operands.</param>
/// <param name="Matrix">Its numbers, the lowest operand least significant.</param>
/// <param name="Permutation">What it permutes, as <see cref="BlockMatrix.PermutationOf"/> says; −1 if it is more than that.</param>
internal readonly record struct BoundGate(int[] Qubits, double[] Matrix, int Permutation)
{
    /// <summary>Binds a matrix whose operands stand in any order.</summary>
    internal static BoundGate Of(ReadOnlySpan<double> matrix, ReadOnlySpan<int> operands)
    {
        int[] sorted = operands.ToArray();
        Array.Sort(sorted);
        Span<int> positions = stackalloc int[sorted.Length];
        for (int j = 0; j < sorted.Length; j++) positions[j] = Array.IndexOf(sorted, operands[j]);
        var ordered = new double[matrix.Length];
        BlockMatrix.Reorder(matrix, ordered, 1 << sorted.Length, positions);
        return new(sorted, ordered, sorted.Length == 2 ? BlockMatrix.PermutationOf(ordered) : -1);
    }
}
