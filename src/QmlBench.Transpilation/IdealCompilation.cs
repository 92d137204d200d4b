using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Transpilation.Flows;

namespace QmlBench.Transpilation;

/// <summary>The device without noise has every gate of the catalogue on every pair: nothing to lay out or route.</summary>
/// <remarks>
/// Gates with constant angles stay as they are (others than catalogue gates are expanded); a parameter enters only angles of rz here as
/// well, so that gradients mean the same on every device.
/// </remarks>
internal static class IdealCompilation
{
    public static CompileDraft Run(Circuit circuit, Target target, TranspileOptions options)
    {
        ImmutableArray<int> layout = options.Layout ?? [.. Enumerable.Range(0, circuit.QubitCount)];
        var flow = Optimisation.NativeExpansion.OpenPairTurns(Lowering.Run(circuit, gate => gate.IsStandard, expandOthers: true));
        var placed = flow.On(target.QubitCount, [.. layout]);
        var (compiled, origins) = IdealWriter.Write(placed, target.QubitCount);
        return new(compiled, origins, layout, layout, "as asked, every pair is coupled", 0, placed);
    }
}
