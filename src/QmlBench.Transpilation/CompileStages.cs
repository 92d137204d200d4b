using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation;

/// <summary>What a compilation went through, for proofs that the whole is too long for.</summary>
/// <param name="Prepared">On logical wires, before layout.</param>
/// <param name="Routed">On device wires, before native gates are chosen.</param>
internal sealed record CompileStages(Flow Prepared, Flow Routed);
