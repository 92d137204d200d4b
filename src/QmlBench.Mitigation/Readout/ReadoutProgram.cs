using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Wrapping;
using QmlBench.Transpilation;

namespace QmlBench.Mitigation.Readout;

/// <summary>A program whose recorded values are corrected.</summary>
internal sealed class ReadoutProgram : IProgram
{
    private readonly IProgram _recorded;
    private readonly PauliClosure _strings;
    private readonly Request _request;
    private readonly ReadoutOptions _options;
    private readonly ImmutableArray<int> _deviceQubitOfBit;
    private readonly Lazy<CalibrationPrograms> _calibration;
    private readonly Lazy<IGradient?> _gradient;
    private readonly Lazy<ReadoutKernel?> _kernel;

    public ReadoutProgram(
        IExecutor inner, IProgram recorded, PauliClosure strings, Request request, ScheduleOptions schedule, ReadoutOptions options)
    {
        (_recorded, _strings, _request, _options) = (recorded, strings, request, options);
        _deviceQubitOfBit = QubitsOfBits(recorded.Native);
        var read = recorded.Native.FinalLayout.Concat(_deviceQubitOfBit.Where(qubit => qubit >= 0)).Distinct().Order().ToImmutableArray();
        _calibration = new(() => CalibrationPrograms.For(inner, recorded.Target, read, request, CancellationToken.None));
        _gradient = new(() => recorded.Find<IGradient>() is { } gradient ? new ReadoutGradient(this, gradient) : null);
        _kernel = new(() => request.Asked.HasFlag(Asked.Kernel) ? ReadoutKernel.For(inner, recorded, request, schedule, Method) : null);
    }

    public NativeCircuit Native => _recorded.Native;

    public Target Target => _recorded.Target;

    public Columns Columns => _recorded.Columns;

    public Method Method => _recorded.Method with { Why = $"{_recorded.Method.Why}; readout inverted" };

    public Ledger Cost(ObservableSet? observables, Budget budget, long rows)
    {
        var plan = ShotPlan.Of(budget, rows);
        var rowsAlone = _recorded.Cost(observables is null ? null : Recorded(observables), plan.Each, rows);
        return rowsAlone + _calibration.Value.Cost(plan.Calibration);
    }

    public Estimates Estimate(RowTable rows, ObservableSet observables, Budget budget, RowStreams streams, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observables);
        var asked = Recorded(observables);
        var plan = ShotPlan.Of(budget, rows.Rows);
        var (calibrated, spent, notices) = _calibration.Value.Run(plan.Calibration, CalibrationStreams(streams), cancel);
        if (_strings.Strings.IsEmpty)
        {
            var constant = _recorded.Estimate(rows, asked, plan.Each, streams, cancel);
            return constant with { Spent = constant.Spent + spent, Method = Method };
        }

        var corrected = Corrected(observables, calibrated);
        var recorded = _recorded.Estimate(rows, asked, corrected.Inner(plan.Each), streams, cancel);
        return corrected.Correct(recorded, recorded.Spent + spent, Method, notices);
    }

    public Samples Sample(RowTable rows, Budget budget, RowStreams streams, CancellationToken cancel)
    {
        if (Native.Circuit.HasMidCircuit)
        {
            throw new ExecutionRefusedException(
                "Readout inversion corrects bits that are measured at the end; this circuit goes on after a measurement, or resets. "
                + "Leave it out.");
        }

        var plan = ShotPlan.Of(budget, rows.Rows);
        var recorded = _recorded.Sample(rows, plan.Each, streams, cancel);
        var (calibrated, spent, notices) = _calibration.Value.Run(plan.Calibration, CalibrationStreams(streams), cancel);
        QubitCalibration[] ofBit = [.. _deviceQubitOfBit.Select(qubit => qubit < 0 ? default : calibrated[qubit])];
        return recorded with
        {
            Distributions = [.. recorded.Distributions.Select(distribution => Inverted(distribution, ofBit))],
            Spent = recorded.Spent + spent,
            Method = Method,
            Notices = [.. recorded.Notices.Concat(notices).Append(BitstringNotice()).Distinct()],
        };
    }

    public T? Find<T>()
        where T : class, ICapability
    {
        if (typeof(T) == typeof(IGradient))
        {
            return _gradient.Value as T;
        }

        return typeof(T) == typeof(IFidelityKernel) ? _kernel.Value as T : null;
    }

    /// <summary>The strings that observables need, as they are asked.</summary>
    public ObservableSet Recorded(ObservableSet observables)
    {
        if (_request.Observables is not { } known || observables.Any(observable => !known.Contains(observable)))
        {
            throw new ExecutionRefusedException(
                "An observable was not in the request this program was made for. Name it when the circuit is compiled.");
        }

        return _strings.Asked!;
    }

    /// <summary>The correction of observables under a calibration.</summary>
    public CorrectedValues Corrected(ObservableSet observables, SortedDictionary<int, QubitCalibration> calibrated)
    {
        QubitCalibration[] ofQubit = [.. Native.FinalLayout.Select(qubit => calibrated[qubit])];
        return new(observables, _strings, new StringInverse(_strings, ofQubit));
    }

    /// <summary>The infinite-shot calibration.</summary>
    public (SortedDictionary<int, QubitCalibration> ByQubit, Ledger Spent, IEnumerable<Notice> Notices) ExactCalibration(
        CancellationToken cancel) =>
        _calibration.Value.Run(0, default, cancel);

    private static RowStreams CalibrationStreams(RowStreams streams) => streams.Derive("readout-calibration");

    private Notice BitstringNotice() => _options.ProjectsBitstrings
        ? new("readout", "Inverted bitstrings were moved to the nearest distribution, which biases them; counts are not given.")
        : QuasiProbabilities.Notice("readout");

    private OutcomeDistribution Inverted(OutcomeDistribution recorded, QubitCalibration[] ofBit)
    {
        var dense = QuasiProbabilities.Dense(recorded);
        BitstringInverse.Apply(dense, ofBit);
        if (_options.ProjectsBitstrings)
        {
            SimplexProjection.Apply(dense);
        }

        return QuasiProbabilities.Of(recorded.Bits, dense, recorded.Shots);
    }

    // Bit i is logical qubit i where the circuit measures nothing itself; −1 for a bit that is never written.
    private static ImmutableArray<int> QubitsOfBits(NativeCircuit native)
    {
        if (!native.Circuit.HasMeasurements)
        {
            return native.FinalLayout;
        }

        var qubits = new int[native.Circuit.ClbitCount];
        Array.Fill(qubits, -1);
        for (var index = 0; index < native.Circuit.Count; index++)
        {
            var operation = native.Circuit[index];
            if (operation.Kind == OperationKind.Measure)
            {
                qubits[operation.Clbit] = operation.Qubits[0];
            }
        }

        return [.. qubits];
    }
}
