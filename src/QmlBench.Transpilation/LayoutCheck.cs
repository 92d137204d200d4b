using System.Collections.Immutable;
using QmlBench.Circuits;

namespace QmlBench.Transpilation;

/// <summary>Refuses layouts that are no placement of the circuit's qubits.</summary>
internal static class LayoutCheck
{
    public static void Require(Circuit circuit, Target target, ImmutableArray<int>? asked)
    {
        if (asked is not { } layout)
            return;
        if (layout.IsDefault || layout.Length != circuit.QubitCount)
            throw new TranspilationException(
                $"The layout names {(layout.IsDefault ? 0 : layout.Length)} device qubits for {circuit.QubitCount} logical qubits. "
                + "Name one for each.");
        foreach (var qubit in layout)
            if (qubit < 0 || qubit >= target.QubitCount)
                throw new TranspilationException(
                    $"The layout names device qubit {qubit}, but device '{target.Device.Name}' has qubits 0 to {target.QubitCount - 1}.");
        if (layout.Distinct().Count() != layout.Length)
            throw new TranspilationException("The layout names a device qubit twice. Give every logical qubit its own.");
    }
}
