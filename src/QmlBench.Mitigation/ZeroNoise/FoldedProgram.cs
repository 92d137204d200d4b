using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.ZeroNoise;

/// <summary>A program at one scale factor.</summary>
/// <param name="Program">The folded program.</param>
/// <param name="Factor">The scale factor reached.</param>
internal readonly record struct FoldedProgram(IProgram Program, double Factor);
