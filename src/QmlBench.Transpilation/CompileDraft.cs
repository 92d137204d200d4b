using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Transpilation.Binding;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation;

/// <summary>A compiled circuit before it is verified.</summary>
/// <remarks>
/// <see cref="Origins"/>: for every operation that is no gate, in order, its index in the input. <see cref="Written"/>: the steps it was
/// written from, with all they were made of. <see cref="Fused"/>: the angles that come per row, or null.
/// </remarks>
internal sealed record CompileDraft(
    Circuit Circuit, int[] Origins, ImmutableArray<int> InitialLayout, ImmutableArray<int> FinalLayout, string LayoutMethod, int Swaps,
    Flow? Written = null, FusedAngles? Fused = null)
{
    private static readonly Equivalence _candidate = new("not yet checked: a candidate", false, 0, 0);

    /// <summary>Values of the input's parameters as values of those of <see cref="Circuit"/>.</summary>
    public double[] Row(double[] values)
    {
        if (Fused is null)
            return values;
        var row = new double[Fused.Width];
        Fused.Fill(values, row);
        return row;
    }

    /// <summary>The circuit for those who score candidates: not yet verified, and not counted, which takes as long as scoring.</summary>
    public NativeCircuit ToCandidate() => new(
        Circuit, InitialLayout, FinalLayout, _candidate, CompileFacts.NotCounted(LayoutMethod, Swaps))
    {
        Fused = Fused
    };

    public NativeCircuit ToNative(Circuit source, Target target, int effort, Equivalence equivalence) => new(
        Circuit, InitialLayout, FinalLayout, equivalence,
        new(effort, CircuitCounts.Of(source), CircuitCounts.Of(Circuit), LayoutMethod, Swaps, SuccessProduct.Of(Circuit, target)))
    {
        Fused = Fused
    };
}
