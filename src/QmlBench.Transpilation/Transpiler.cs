using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Transpilation.Verification;

namespace QmlBench.Transpilation;

/// <summary>Compiles circuits to native gates on device qubits: translate, lay out, route, optimise, verify.</summary>
/// <remarks>A pure function of its arguments: no clock, no thread, no global state; random choices come from the routing key
/// alone.</remarks>
public static class Transpiler
{
    /// <summary>
    /// Efforts that can be asked: 0 translates gate by gate on the trivial layout; 1 adds one-qubit fusion, exact layout and a few routing
    /// trials; 2 adds elided swaps and two-qubit resynthesis; 3 tries more of everything. What a lower effort finds is a candidate of each
    /// higher one, so that a higher effort is never worse by the score.
    /// </summary>
    public static ImmutableArray<int> SupportedEfforts { get; } = [.. Enumerable.Range(0, EffortPlan.Count)];

    /// <summary>Compiles a circuit and verifies the result against it.</summary>
    /// <param name="circuit">A circuit on logical qubits.</param>
    /// <param name="target">The device.</param>
    /// <param name="options">Effort, random key, layout, treatment of parameters.</param>
    /// <param name="score">
    /// Larger is better; chooses among the candidates, which are not yet verified and whose <see cref="NativeCircuit.Facts"/> are not yet
    /// counted. Null: what <see cref="TranspileOptions.Aim"/> says.
    /// </param>
    /// <param name="cancel">Acts between candidates.</param>
    /// <exception cref="TranspilationException">The circuit does not fit the device, or an option is not supported.</exception>
    public static NativeCircuit Compile(
        Circuit circuit, Target target, TranspileOptions options, Func<NativeCircuit, double>? score, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(options);
        Require(circuit, target, options);
        var draft = target.IsIdeal
            ? IdealCompilation.Run(circuit, target, options)
            : new DeviceCompilation(circuit, target, options, score, cancel).Run();
        return draft.ToNative(circuit, target, options.Effort, EquivalenceCheck.Run(circuit, draft, options));
    }

    private static void Require(Circuit circuit, Target target, TranspileOptions options)
    {
        if (!SupportedEfforts.Contains(options.Effort))
            throw new TranspilationException(
                $"Effort {options.Effort} is not supported; the efforts are {string.Join(", ", SupportedEfforts)}.");
        if (options.Bind == BindMode.Refuse && !EffortPlan.Of(options.Effort).Fuse)
            throw new TranspilationException(
                $"Binding 'refuse' fuses one-qubit runs anew for every row, but effort {options.Effort} fuses none; use effort 1 or more, "
                + "or binding 'template'.");
        if (circuit.IsPhysical)
            throw new TranspilationException(
                "The circuit is written on device qubits ($k) and is run as written. Name virtual qubits to have it compiled.");
        if (circuit.QubitCount > target.QubitCount)
            throw new TranspilationException(
                $"The circuit has {circuit.QubitCount} qubits, but device '{target.Device.Name}' has {target.QubitCount}. "
                + "Choose a larger device or a smaller circuit.");
        LayoutCheck.Require(circuit, target, options.Layout);
        NativePath.Require(circuit, target);
    }
}
