using QmlBench.Numerics;
using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Programs;

/// <summary>The product that turns evolved states and evolved effects into a fidelity kernel.</summary>
public static class KernelProduct
{
    // States that stay in cache while four effects pass.
    private const int RowsAtOnce = 16;

    /// <summary>kernel[i][j] = effects_j · states_i.</summary>
    /// <param name="states">stateCount × length, from <see cref="DensityProgram.EvolveStates"/>.</param>
    /// <param name="effects">effectCount × length, from <see cref="DensityProgram.EvolveEffects"/>.</param>
    /// <param name="length">Coefficients of a state, 4^n.</param>
    /// <param name="kernel">stateCount × effectCount, row-major.</param>
    /// <param name="threads">Threads to share the rows of the kernel among.</param>
    /// <param name="cancel">Looked at between rows.</param>
    /// <remarks>
    /// Each entry has the bits of one <see cref="LaneSum.Dot"/>, so it does not depend on the other entries or on threads.
    /// </remarks>
    public static void Multiply(
        ReadOnlyMemory<double> states, ReadOnlyMemory<double> effects, int length, Memory<double> kernel, int threads = 1,
        CancellationToken cancel = default)
    {
        int rows = states.Length / length, columns = effects.Length / length;
        RowTables.CheckSize(states.Length, (long)rows * length, nameof(states));
        RowTables.CheckSize(effects.Length, (long)columns * length, nameof(effects));
        RowTables.CheckSize(kernel.Length, (long)rows * columns, nameof(kernel));
        RowTables.ForEachGroup(
            rows, RowsAtOnce, threads,
            (first, count) => Rows(states.Span.Slice(
                first * length, count * length), effects.Span, length, kernel.Span.Slice(first * columns, count * columns)),
            cancel);
    }

    /// <summary>kernel[i][j] = |⟨φ_j|φ_i⟩|² of pure states.</summary>
    /// <param name="left">States from <see cref="StateVectorProgram.EvolveStates"/>: real, then imaginary parts.</param>
    /// <param name="right">States likewise. If it is the same memory, each pair is computed once.</param>
    /// <param name="length">Doubles of a state, 2·2^n.</param>
    /// <param name="kernel">left × right, row-major.</param>
    /// <param name="threads">Threads to share the rows of the kernel among.</param>
    /// <param name="cancel">Looked at between rows.</param>
    public static void MultiplyPure(
        ReadOnlyMemory<double> left, ReadOnlyMemory<double> right, int length, Memory<double> kernel, int threads = 1,
        CancellationToken cancel = default)
    {
        int rows = left.Length / length, columns = right.Length / length;
        RowTables.CheckSize(left.Length, (long)rows * length, nameof(left));
        RowTables.CheckSize(right.Length, (long)columns * length, nameof(right));
        RowTables.CheckSize(kernel.Length, (long)rows * columns, nameof(kernel));
        bool mirrored = left.Equals(right);
        RowTables.ForEachGroup(
            rows, 1, threads,
            (i, _) => PureRow(left.Span.Slice(i * length, length), right.Span, kernel.Span.Slice(i * columns, columns), mirrored ? i : 0),
            cancel);
        if (mirrored) Mirror(kernel.Span, rows);
    }

    private static void Rows(ReadOnlySpan<double> states, ReadOnlySpan<double> effects, int length, Span<double> target)
    {
        int rows = states.Length / length, columns = target.Length / rows, j = 0;
        if (DotKernel.Takes(length))
        {
            for (; j + 4 <= columns; j += 4)
                for (int i = 0; i < rows; i++)
                    DotKernel.Four(states.Slice(i * length, length), effects.Slice(j * length, 4 * length), target[((i * columns) + j)..]);
        }

        for (; j < columns; j++)
            for (int i = 0; i < rows; i++)
                target[(i * columns) + j] = LaneSum.Dot(states.Slice(i * length, length), effects.Slice(j * length, length));
    }

    private static void PureRow(ReadOnlySpan<double> state, ReadOnlySpan<double> others, Span<double> target, int from)
    {
        int length = state.Length;
        bool quick = DotKernel.Takes(length / 2);
        for (int j = from; j < target.Length; j++)
        {
            ReadOnlySpan<double> other = others.Slice(j * length, length);
            target[j] = quick ? DotKernel.SquaredOverlap(state, other) : SquaredOverlap(state, other);
        }
    }

    private static double SquaredOverlap(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        int half = left.Length / 2;
        double real = LaneSum.Dot(left[..half], right[..half]) + LaneSum.Dot(left[half..], right[half..]);
        double imaginary = LaneSum.Dot(left[..half], right[half..]) - LaneSum.Dot(left[half..], right[..half]);
        return (real * real) + (imaginary * imaginary);
    }

    // The overlap of two states has the same bits in either order: products commute, and the imaginary part only changes its sign.
    private static void Mirror(Span<double> kernel, int size)
    {
        for (int i = 0; i < size; i++)
            for (int j = 0; j < i; j++)
                kernel[(i * size) + j] = kernel[(j * size) + i];
    }
}
