using QmlBench.Circuits;
using QmlBench.Emulation;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Wrapping;
using QmlBench.Transpilation;

namespace QmlBench.Mitigation.Regression;

/// <summary>
/// An executor whose expectation values are corrected by a line learned on near-Clifford versions of the compiled circuit.
/// </summary>
/// <remarks>
/// <para>For every row, training circuits of the same native structure get most of their rz angles replaced by the nearest Clifford
/// angle (<see cref="NearClifford"/>); their exact values come from a simulation without noise, their noisy ones from the inner
/// executor; a line with intercept per observable maps noisy to exact (Czarnik et al., Quantum 5, 592, 2021). Nothing is compiled
/// again.</para>
/// <para>Under shots, of N shots a row each of the n training circuits gets ⌊N/(2n)⌋ and the row itself the rest, half or more.
/// Which angles are kept is drawn from the row's stream <c>cdr</c>.</para>
/// <para>The error bar holds slope² times the variance of the noisy value, and that of the fit, which under exact values remains: it is
/// what the line cannot follow. Where the training values do not determine a rising line, the raw value stands, with a notice; a row
/// whose circuit is a Clifford circuit gets the simulated value, with a notice.</para>
/// </remarks>
public sealed class RegressionExecutor : IExecutor
{
    private readonly IExecutor _inner;
    private readonly RegressionOptions _options;

    /// <summary>Wraps an executor.</summary>
    /// <param name="inner">The executor whose values are corrected.</param>
    /// <param name="options">Number and nature of the training circuits.</param>
    public RegressionExecutor(IExecutor inner, RegressionOptions options)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(options);
        (_inner, _options) = (inner, options);
        Identity = WrappedIdentity.Of(inner.Identity, "cdr", options.ToString(), TechniqueVersions.Regression);
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
        Check(request);
        return Learning(_inner.Compile(circuit, InnerRequest(request), options, cancel), request, WrittenSchedule.Of(circuit, options),
            cancel);
    }

    /// <inheritdoc/>
    public IProgram Adopt(NativeCircuit circuit, Request request, ScheduleOptions schedule, CancellationToken cancel)
    {
        Check(request);
        return Learning(_inner.Adopt(circuit, InnerRequest(request), schedule, cancel), request, schedule, cancel);
    }

    private RegressionProgram Learning(IProgram target, Request request, ScheduleOptions schedule, CancellationToken cancel)
    {
        var rotations = RotationColumns.Of(target.Native);
        var asked = InnerRequest(request);
        var training = _inner.Adopt(rotations.Native, asked, schedule, cancel);
        var ideal = Emulator.Ideal.Adopt(rotations.Native, asked with { Budget = Budget.ExactValue }, ScheduleOptions.None, cancel);
        return new(target, training, ideal, rotations, _options);
    }

    private static Request InnerRequest(Request request) => request with { Asked = Asked.None };

    private static void Check(Request request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var unserved = request.Asked & ~Asked.Gradient;
        if (unserved != Asked.None)
        {
            throw new ExecutionRefusedException(
                $"Clifford data regression corrects expectation values; {unserved.ToString().ToLowerInvariant()} was asked for. "
                + "Use readout or zne for kernels and bitstrings.");
        }

        if (request.Observables is null)
        {
            throw new ExecutionRefusedException(
                "Clifford data regression corrects expectation values; name the observables in the request.");
        }
    }
}
