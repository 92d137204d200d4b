using QmlBench.Circuits;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Wrapping;
using QmlBench.Transpilation;

namespace QmlBench.Mitigation.Readout;

/// <summary>An executor whose recorded bits are corrected by the inverse of a calibrated, qubit-by-qubit confusion.</summary>
/// <remarks>
/// <para>Two calibration circuits, |0…0⟩ and |1…1⟩ made of native pulses, measure P(1|0) and P(0|1) of every qubit that is read. An
/// expectation value is corrected string by string: ⟨Z⟩ = (⟨Z⟩′ − b)/a with a = 1 − P(1|0) − P(0|1) and b = P(0|1) − P(1|0), products
/// for products. The error of the pulse that makes |1⟩ counts as readout error.</para>
/// <para>Under shots, a table of R rows with N shots each spends about R·N/(1 + 4√R) of its R·N shots on calibration, half per circuit;
/// the calibration is common to the rows, and so is its error (<see cref="Estimates.SharedError"/>). Under exact values it is the
/// infinite-shot calibration.</para>
/// </remarks>
public sealed class ReadoutExecutor : IExecutor
{
    private readonly IExecutor _inner;
    private readonly ReadoutOptions _options;

    /// <summary>Wraps an executor.</summary>
    /// <param name="inner">The executor whose bits are corrected.</param>
    /// <param name="options">How bitstrings are corrected.</param>
    public ReadoutExecutor(IExecutor inner, ReadoutOptions options)
    {
        ArgumentNullException.ThrowIfNull(inner);
        ArgumentNullException.ThrowIfNull(options);
        (_inner, _options) = (inner, options);
        Identity = WrappedIdentity.Of(inner.Identity, "readout", options.ToString(), TechniqueVersions.Readout);
    }

    /// <inheritdoc/>
    public ExecutorIdentity Identity { get; }

    /// <inheritdoc/>
    public DeviceFigures Figures => _inner.Figures;

    /// <inheritdoc/>
    public IProgram Compile(Circuit circuit, Request request, CompileOptions options, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(options);
        var strings = PauliClosure.Of(request.Observables);
        var program = _inner.Compile(circuit, InnerRequest(request, strings), options, cancel);
        return new ReadoutProgram(_inner, program, strings, request, WrittenSchedule.Of(circuit, options), _options);
    }

    /// <inheritdoc/>
    public IProgram Adopt(NativeCircuit circuit, Request request, ScheduleOptions schedule, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(request);
        var strings = PauliClosure.Of(request.Observables);
        var program = _inner.Adopt(circuit, InnerRequest(request, strings), schedule, cancel);
        return new ReadoutProgram(_inner, program, strings, request, schedule, _options);
    }

    // Kernels are corrected pair by pair, from bitstrings of the pair's circuit.
    private static Request InnerRequest(Request request, PauliClosure strings) => request with
    {
        Observables = strings.Asked,
        Asked = request.Asked & ~Asked.Kernel,
    };
}
