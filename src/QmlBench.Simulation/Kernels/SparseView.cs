namespace QmlBench.Simulation.Kernels;

/// <summary>A sparse pattern, as it is or transposed.</summary>
/// <param name="starts">First entry of each row, and the number of entries at the end.</param>
/// <param name="columns">Column of each entry.</param>
/// <param name="slots">Coefficient number of each entry.</param>
internal readonly ref struct SparseView(ReadOnlySpan<int> starts, ReadOnlySpan<int> columns, ReadOnlySpan<int> slots)
{
    /// <summary>First entry of each row, and the number of entries at the end.</summary>
    internal ReadOnlySpan<int> Starts { get; } = starts;

    /// <summary>Column of each entry.</summary>
    internal ReadOnlySpan<int> Columns { get; } = columns;

    /// <summary>Coefficient number of each entry.</summary>
    internal ReadOnlySpan<int> Slots { get; } = slots;
}
