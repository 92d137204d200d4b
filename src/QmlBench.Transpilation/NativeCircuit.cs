using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Transpilation.Adoption;
using QmlBench.Transpilation.Binding;

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
    /// <summary>
    /// The parameters of <see cref="Circuit"/> that are computed per row, under <see cref="BindMode.Refuse"/>; null where its parameters
    /// are those of the input. A copy with other parameters sets it to null.
    /// </summary>
    public FusedAngles? Fused { get; init; }

    /// <summary>The columns of a row of values: the parameters of the input.</summary>
    public ImmutableArray<string> Parameters => Fused?.Parameters ?? Circuit.Parameters;

    /// <summary>Values of <see cref="Parameters"/> as values of the parameters of <see cref="Circuit"/>.</summary>
    /// <param name="values">One row.</param>
    public double[] Row(ReadOnlySpan<double> values) => Table(values, 1);

    /// <summary>The same for many rows, row-major.</summary>
    /// <param name="table">Row-major values, <see cref="Parameters"/> columns.</param>
    /// <param name="rows">Number of rows.</param>
    public double[] Table(ReadOnlySpan<double> table, int rows)
    {
        if (Fused is not { } fused)
            return table.ToArray();
        var (from, to) = (fused.Parameters.Length, fused.Width);
        var filled = new double[rows * to];
        for (var row = 0; row < rows; row++)
            fused.Fill(table.Slice(row * from, from), filled.AsSpan(row * to, to));
        return filled;
    }

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
