using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Programs;

/// <summary>One row of parameters, or eight side by side, run forward with what the way back needs, and an effect run back.</summary>
internal interface IGradientTape
{
    /// <summary>Rows side by side.</summary>
    int Lanes { get; }

    /// <summary>The final state, after <see cref="Forward"/>.</summary>
    AlignedBuffer State { get; }

    /// <summary>The effect that <see cref="Backward"/> starts from; it is overwritten.</summary>
    AlignedBuffer Effect { get; }

    /// <summary>Room for the slopes of the functions by which the effect is made.</summary>
    Span<double> RowSlopes(int count);

    /// <summary>Runs forward from |0…0⟩.</summary>
    void Forward();

    /// <summary>Runs the effect backward, collecting the slopes of the angles.</summary>
    void Backward();

    /// <summary>Writes the slopes of the parameters, one gradient per row, the next <paramref name="stride"/> numbers later.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="target">Receives the gradients.</param>
    /// <param name="columns">Number of parameters.</param>
    /// <param name="stride">Numbers from one gradient to the next.</param>
    /// <param name="rowCount">Number of rows.</param>
    void WriteGradients(ReadOnlySpan<double> rows, Span<double> target, int columns, int stride, int rowCount);
}
