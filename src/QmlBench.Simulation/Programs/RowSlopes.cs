namespace QmlBench.Simulation.Programs;

/// <summary>The slopes of a loss of one row by its values, asked once the values are known.</summary>
/// <param name="row">Number of the row.</param>
/// <param name="values">⟨O_k⟩ of the row.</param>
/// <param name="slopes">Receives ∂loss/∂⟨O_k⟩.</param>
public delegate void RowSlopes(int row, ReadOnlySpan<double> values, Span<double> slopes);
