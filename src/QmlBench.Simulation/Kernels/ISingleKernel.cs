namespace QmlBench.Simulation.Kernels;

/// <summary>
/// A one-qubit map on the rows of a tile that belong to one digit, compiled for one vector width and one kind of register.
/// </summary>
internal interface ISingleKernel
{
    /// <summary>Coefficients of a map.</summary>
    static abstract int Entries { get; }

    /// <summary>Applies the map from one place to another, or in place.</summary>
    /// <param name="source">Where the rows are read.</param>
    /// <param name="sourceRows">Offset of each row.</param>
    /// <param name="target">Where they are written: the same place with the same rows, or another.</param>
    /// <param name="targetRows">Offset of each row.</param>
    /// <param name="width">Doubles per row.</param>
    /// <param name="stride">Rows between two values of the digit.</param>
    /// <param name="shifts">Whether the map moves the centre of the Bloch ball.</param>
    /// <param name="table">Its coefficients.</param>
    static abstract void Forward(
        ref double source, ReadOnlySpan<nint> sourceRows, ref double target, ReadOnlySpan<nint> targetRows, int width, int stride,
        bool shifts, ref double table);

    /// <summary>Applies the map, then a permutation of the rows with factors, from one place to another: both in one pass.</summary>
    /// <remarks>The same operations on every element as <see cref="Forward"/> and then <c>factor·x + 0</c>, so the same bits.</remarks>
    /// <param name="source">Where the rows are read.</param>
    /// <param name="sourceRows">Offset of each row.</param>
    /// <param name="target">Another place, where they are written.</param>
    /// <param name="targetRows">Offset of each row.</param>
    /// <param name="width">Doubles per row.</param>
    /// <param name="stride">Rows between two values of the digit.</param>
    /// <param name="shifts">Whether the map moves the centre of the Bloch ball.</param>
    /// <param name="table">Its coefficients.</param>
    /// <param name="transposed">The permutation, transposed: one entry in each row.</param>
    /// <param name="factors">Its coefficients.</param>
    static abstract void ForwardPermuted(
        ref double source, ReadOnlySpan<nint> sourceRows, ref double target, ReadOnlySpan<nint> targetRows, int width, int stride,
        bool shifts, ref double table, SparseView transposed, ref double factors);

    /// <summary>Applies the transposed map from one place to another, or in place: how an effect moves backward.</summary>
    static abstract void Transposed(
        ref double source, ReadOnlySpan<nint> sourceRows, ref double target, ReadOnlySpan<nint> targetRows, int width, int stride,
        bool shifts, ref double table);

    /// <summary>
    /// Adds to <paramref name="sums"/>[entry][lane] the correlation of effect and state that is the slope of that coefficient.
    /// </summary>
    /// <remarks>
    /// Element w of a row belongs to lane w mod <paramref name="lanes"/>; each lane adds in the order of its elements, and for each
    /// element row after row.
    /// </remarks>
    static abstract void Correlate(
        ref double effect, ReadOnlySpan<nint> effectRows, ref double state, ReadOnlySpan<nint> stateRows, int width, int stride, int lanes,
        ref double sums);
}
