using QmlBench.Circuits;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Wrapping;
using QmlBench.Transpilation;

namespace QmlBench.Mitigation.ZeroNoise;

/// <summary>An executor whose values are extrapolated to zero noise from folded versions of the compiled circuit.</summary>
/// <remarks>
/// <para>The circuit is compiled once by the inner executor; its native form is folded to each scale factor and adopted as written. The
/// fit uses the factors that folding really reached, not those asked for; a notice names both where they differ.</para>
/// <para>Under shots every scale factor runs with N_k ∝ |γ_k| of the row's shots, the split of least variance for equal one-shot
/// variances: (Σ|γ|)²/N. On a circuit without gates to fold (the ideal device) the raw value is returned, with a notice.</para>
/// </remarks>
public sealed class ZeroNoiseExecutor : IExecutor
{
    private readonly IExecutor _inner;
    private readonly ZeroNoiseOptions _options;

    /// <summary>Wraps an executor.</summary>
    /// <param name="inner">The executor whose values are extrapolated.</param>
    /// <param name="options">Factors, folding and fit.</param>
    public ZeroNoiseExecutor(IExecutor inner, ZeroNoiseOptions options)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(options);
        (_inner, _options) = (inner, options);
        Identity = WrappedIdentity.Of(inner.Identity, "zne", options.ToString(), TechniqueVersions.ZeroNoise);
    }

    /// <inheritdoc/>
    public ExecutorIdentity Identity { get; }

    /// <inheritdoc/>
    public DeviceFigures Figures => _inner.Figures;

    /// <inheritdoc/>
    public IProgram Compile(Circuit circuit, Request request, CompileOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(options);
        var schedule = WrittenSchedule.Of(circuit, options);
        return Fold(_inner.Compile(circuit, request, options, cancel), request, schedule, cancel);
    }

    /// <inheritdoc/>
    public IProgram Adopt(NativeCircuit circuit, Request request, ScheduleOptions schedule, CancellationToken cancel) =>
        Fold(_inner.Adopt(circuit, request, schedule, cancel), request, schedule, cancel);

    private ZeroNoiseProgram Fold(IProgram unfolded, Request request, ScheduleOptions schedule, CancellationToken cancel)
    {
        var folding = new Folding(unfolded.Native, unfolded.Target, _options.Folding);
        FoldedCircuit[] circuits = folding.GateCount == 0 ? [folding.Fold(1)] : [.. _options.Factors.Select(folding.Fold)];
        var factors = Array.ConvertAll(circuits, circuit => circuit.Count.Factor);
        if (factors.Distinct().Count() < factors.Length)
        {
            throw new ExecutionRefusedException(
                $"Zero-noise extrapolation: the factors {string.Join(", ", _options.Factors)} fold the {folding.GateCount} gates of this "
                + $"circuit to {string.Join(", ", factors)}, two of them alike. Ask for odd factors such as 1,3.");
        }

        var parts = new FoldedProgram[circuits.Length];
        for (var part = 0; part < parts.Length; part++)
        {
            var program = circuits[part].Count.IsNothing ? unfolded : _inner.Adopt(circuits[part].Native, request, schedule, cancel);
            parts[part] = new(program, circuits[part].Count.Factor);
        }

        var weights = parts.Length == 1 ? [1.0] : _options.Extrapolation.Weights(factors);
        return new(_inner, unfolded, [.. parts], [.. weights], _options, request, schedule);
    }
}
