namespace QmlBench.Simulation.Kernels;

/// <summary>How the rows of a block of two qubits lie in a state, in doubles.</summary>
/// <param name="Low">From one value of the lower digit to the next; for transposed access from one choice of the other digits to the
/// next.</param>
/// <param name="High">From one value of the higher digit to the next.</param>
/// <param name="Gap">From the first four choices of the other digits to the next four.</param>
/// <param name="IsFar">True if the rows lie beyond the caches.</param>
internal readonly record struct PairPlace(nint Low, nint High, nint Gap, bool IsFar);
