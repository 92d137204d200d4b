using System.Collections.Immutable;
using QmlBench.Circuits;

namespace QmlBench.Transpilation;

/// <summary>A compiled circuit before it is verified.</summary>
/// <remarks><see cref="Origins"/>: for every operation that is no gate, in order, its index in the input.</remarks>
internal sealed record CompileDraft(
    Circuit Circuit, int[] Origins, ImmutableArray<int> InitialLayout, ImmutableArray<int> FinalLayout, string LayoutMethod, int Swaps)
{
    public NativeCircuit ToNative(Circuit source, Target target, int effort, Equivalence equivalence) => new(
        Circuit, InitialLayout, FinalLayout, equivalence,
        new(effort, CircuitCounts.Of(source), CircuitCounts.Of(Circuit), LayoutMethod, Swaps, SuccessProduct.Of(Circuit, target)));
}
