using QmlBench.Numerics;

namespace QmlBench.Simulation.Programs;

/// <summary>The product that turns evolved states and evolved effects into a fidelity kernel.</summary>
public static class KernelProduct
{
    /// <summary>kernel[i][j] = effects_j · states_i.</summary>
    /// <param name="states">stateCount × length, from <see cref="DensityProgram.EvolveStates"/>.</param>
    /// <param name="effects">effectCount × length, from <see cref="DensityProgram.EvolveEffects"/>.</param>
    /// <param name="length">Coefficients of a state, 4^n.</param>
    /// <param name="kernel">stateCount × effectCount, row-major.</param>
    /// <param name="threads">Threads to share the rows of the kernel among.</param>
    /// <param name="cancel">Looked at between rows.</param>
    /// <remarks>Each entry is one <see cref="LaneSum.Dot"/>, so it does not depend on the other entries or on threads.</remarks>
    public static void Multiply(
        ReadOnlyMemory<double> states, ReadOnlyMemory<double> effects, int length, Memory<double> kernel, int threads = 1,
        CancellationToken cancel = default)
    {
        int rows = states.Length / length, columns = effects.Length / length;
        RowTables.CheckSize(states.Length, (long)rows * length, nameof(states));
        RowTables.CheckSize(effects.Length, (long)columns * length, nameof(effects));
        RowTables.CheckSize(kernel.Length, (long)rows * columns, nameof(kernel));
        RowTables.ForEachGroup(rows, 1, threads, (i, _) =>
        {
            ReadOnlySpan<double> state = states.Span.Slice(i * length, length);
            Span<double> target = kernel.Span.Slice(i * columns, columns);
            for (int j = 0; j < columns; j++) target[j] = LaneSum.Dot(state, effects.Span.Slice(j * length, length));
        }, cancel);
    }

    /// <summary>kernel[i][j] = |⟨φ_j|φ_i⟩|² of pure states.</summary>
    /// <param name="left">States from <see cref="StateVectorProgram.EvolveStates"/>: real, then imaginary parts.</param>
    /// <param name="right">States likewise.</param>
    /// <param name="length">Doubles of a state, 2·2^n.</param>
    /// <param name="kernel">left × right, row-major.</param>
    /// <param name="threads">Threads to share the rows of the kernel among.</param>
    /// <param name="cancel">Looked at between rows.</param>
    public static void MultiplyPure(
        ReadOnlyMemory<double> left, ReadOnlyMemory<double> right, int length, Memory<double> kernel, int threads = 1,
        CancellationToken cancel = default)
    {
        int rows = left.Length / length, columns = right.Length / length, half = length / 2;
        RowTables.CheckSize(kernel.Length, (long)rows * columns, nameof(kernel));
        RowTables.ForEachGroup(rows, 1, threads, (i, _) =>
        {
            ReadOnlySpan<double> a = left.Span.Slice(i * length, half), b = left.Span.Slice((i * length) + half, half);
            Span<double> target = kernel.Span.Slice(i * columns, columns);
            for (int j = 0; j < columns; j++)
            {
                ReadOnlySpan<double> c = right.Span.Slice(j * length, half), d = right.Span.Slice((j * length) + half, half);
                double real = LaneSum.Dot(a, c) + LaneSum.Dot(b, d), imaginary = LaneSum.Dot(a, d) - LaneSum.Dot(b, c);
                target[j] = (real * real) + (imaginary * imaginary);
            }
        }, cancel);
    }
}
