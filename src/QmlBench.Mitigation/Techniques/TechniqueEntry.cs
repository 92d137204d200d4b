namespace QmlBench.Mitigation.Techniques;

/// <summary>A technique as it is listed.</summary>
/// <param name="Name">First word of its text: <c>zne</c>.</param>
/// <param name="Summary">What it does, in one sentence.</param>
/// <param name="Syntax">How it is written, with its choices and defaults.</param>
/// <param name="MitigatesKernels">Whether kernels and bitstrings can be mitigated by it, too; else expectation values alone.</param>
public sealed record TechniqueEntry(string Name, string Summary, string Syntax, bool MitigatesKernels);
