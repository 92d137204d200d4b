namespace QmlBench.Transpilation.Synthesis;

/// <summary>How a search weighs and how far it looks.</summary>
/// <param name="Width">States kept at each depth.</param>
/// <param name="Fade">Worth of a rotation's wires per layer it waits, of 1024.</param>
/// <param name="Clifford">Worth of the Clifford part's disorder.</param>
internal readonly record struct SearchWeights(int Width, int Fade, int Clifford);
