namespace QmlBench.Emulation.Waist;

/// <summary>Turns the values of one row into the slopes of a loss: a function of these alone, asked row by row in any order.</summary>
/// <param name="row">Index of the row.</param>
/// <param name="values">⟨O_k⟩ of the row, one per observable.</param>
/// <param name="slopes">Receives ∂loss/∂⟨O_k⟩, one per observable.</param>
public delegate void LossSlope(int row, ReadOnlySpan<double> values, Span<double> slopes);
