using QmlBench.Emulation.Waist;

namespace QmlBench.Learning.Models;

/// <summary>A circuit as it was compiled, with the parameter values of one sample.</summary>
/// <param name="Program">The program.</param>
/// <param name="Row">One row of its parameters.</param>
public sealed record CompiledRow(IProgram Program, RowTable Row);
