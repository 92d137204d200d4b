using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Transpilation.Adoption;

namespace QmlBench.Transpilation;

/// <summary>A circuit in native gates on device qubits, with where the logical qubits are. Symbolic angles, no delays added by the
/// compiler.</summary>
/// <param name="Circuit">On device qubits: its number of qubits is the device's, measurements are on the right device qubits.</param>
/// <param name="InitialLayout">Device qubit of each logical qubit at the start.</param>
/// <param name="FinalLayout">Device qubit of each logical qubit at the end; differs where routing or elided swaps moved it.</param>
/// <param name="Equivalence">How it was checked against the input.</param>
/// <param name="Facts">What compiling did.</param>
public sealed record NativeCircuit(
    Circuit Circuit, ImmutableArray<int> InitialLayout, ImmutableArray<int> FinalLayout, Equivalence Equivalence, CompileFacts Facts)
{
    /// <summary>Takes a circuit written on device qubits (<c>$k</c>) as it is.</summary>
    /// <remarks>
    /// Logical qubit i is the device qubit measured into classical bit i, if final measurements write every classical bit once and cover
    /// every touched qubit; else it is the i-th touched device qubit.
    /// </remarks>
    /// <param name="physical">The circuit; qubit k is device qubit k.</param>
    /// <param name="target">The device.</param>
    /// <param name="allowDeadSites">True to take gates on sites that the vendor marks out of order (error ≥ 1) as well.</param>
    /// <exception cref="TranspilationException">A gate is not native, has no site there, or the site is dead; or the device is too
    /// small.</exception>
    public static NativeCircuit AsWritten(Circuit physical, Target target, bool allowDeadSites = false)
    {
        ArgumentNullException.ThrowIfNull(physical);
        ArgumentNullException.ThrowIfNull(target);
        NativeCheck.Require(physical, target, allowDeadSites);
        var circuit = WrittenLayout.OnDevice(physical, target.QubitCount);
        var layout = WrittenLayout.Of(physical);
        var counts = CircuitCounts.Of(circuit);
        return new(circuit, layout, layout, Equivalence.AsWritten,
            new(-1, counts, counts, "as written", 0, SuccessProduct.Of(circuit, target)));
    }
}
