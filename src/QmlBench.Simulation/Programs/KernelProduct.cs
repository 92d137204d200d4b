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
        ReadOnlyMemory<double> states, ReadOnlyMemory<double> effects, int length, Memory<double> kernel, int threads = 1, CancellationToken cancel = default)
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
}
