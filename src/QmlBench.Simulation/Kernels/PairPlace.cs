namespace QmlBench.Simulation.Kernels;

/// <summary>How the rows of a block of two qubits lie in a state or a tile, in doubles.</summary>
/// <param name="Low">From one value of the lower digit to the next.</param>
/// <param name="High">From one value of the higher digit to the next.</param>
/// <param name="IsFar">True if the rows lie beyond the caches.</param>
internal readonly record struct PairPlace(nint Low, nint High, bool IsFar);
