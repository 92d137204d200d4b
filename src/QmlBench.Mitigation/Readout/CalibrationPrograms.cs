using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Mitigation.Readout;

/// <summary>The two circuits that calibrate the readout of some device qubits.</summary>
internal sealed class CalibrationPrograms
{
    private const double LeastContrast = 1e-3;

    private readonly ImmutableArray<int> _qubits;
    private readonly IProgram _zeros;
    private readonly IProgram _ones;

    private readonly ImmutableArray<Notice> _dependent;

    private CalibrationPrograms(ImmutableArray<int> qubits, IProgram zeros, IProgram ones, ImmutableArray<Notice> dependent) =>
        (_qubits, _zeros, _ones, _dependent) = (qubits, zeros, ones, dependent);

    /// <summary>Adopts the circuits.</summary>
    /// <param name="inner">The executor to be calibrated.</param>
    /// <param name="target">Its device.</param>
    /// <param name="qubits">Device qubits, all different.</param>
    /// <param name="request">The limits of the request hold for the calibration.</param>
    /// <param name="cancel">Acts between steps.</param>
    public static CalibrationPrograms For(
        IExecutor inner, Target target, ImmutableArray<int> qubits, Request request, CancellationToken cancel)
    {
        var asked = request with { Observables = null, Asked = Asked.Bitstrings };
        IProgram Adopted(bool ones)
        {
            var prepared = NativeCircuit.AsWritten(Prepare(target, qubits, ones, inner.Figures.Device), target);
            return inner.Adopt(prepared, asked, ScheduleOptions.Alap, cancel);
        }

        return new(qubits, Adopted(false), Adopted(true), [.. DependentErrors(inner.Figures, qubits)]);
    }

    /// <summary>What the calibration costs.</summary>
    /// <param name="shots">Shots of both circuits together; 0 for exact.</param>
    public Ledger Cost(long shots) => _zeros.Cost(null, Half(shots, false), 1) + _ones.Cost(null, Half(shots, true), 1);

    /// <summary>Calibrates.</summary>
    /// <param name="shots">Shots of both circuits together, at least 2; 0 for exact.</param>
    /// <param name="streams">Streams of the shots.</param>
    /// <param name="cancel">Acts between steps.</param>
    /// <returns>The confusion of every device qubit, by qubit, with what it cost.</returns>
    /// <exception cref="ExecutionRefusedException">A qubit reads 0 and 1 alike.</exception>
    public (SortedDictionary<int, QubitCalibration> ByQubit, Ledger Spent, IEnumerable<Notice> Notices) Run(
        long shots, RowStreams streams, CancellationToken cancel)
    {
        var zeros = _zeros.Sample(RowTable.Single(_zeros.Columns), Half(shots, false), streams.Derive("zeros"), cancel);
        var ones = _ones.Sample(RowTable.Single(_ones.Columns), Half(shots, true), streams.Derive("ones"), cancel);
        var calibrated = new SortedDictionary<int, QubitCalibration>();
        for (var bit = 0; bit < _qubits.Length; bit++)
        {
            var flipUp = Frequency(zeros.Distributions[0], bit);
            var flipDown = 1 - Frequency(ones.Distributions[0], bit);
            var calibration = new QubitCalibration(
                flipUp, flipDown, ErrorOf(flipUp, zeros.Distributions[0].Shots), ErrorOf(flipDown, ones.Distributions[0].Shots));
            calibrated.Add(_qubits[bit], Usable(calibration, _qubits[bit]));
        }

        return (calibrated, zeros.Spent + ones.Spent, [.. zeros.Notices, .. ones.Notices, .. _dependent]);
    }

    // Each qubit is calibrated for itself, which is right on average and not for the qubits together.
    private static IEnumerable<Notice> DependentErrors(DeviceFigures figures, ImmutableArray<int> qubits) =>
        figures.ReadTogether.Where(group => group.Any(qubits.Contains)).Select(group => new Notice(
            "readout",
            $"{figures.Device} reads qubits {string.Join(", ", group)} with errors that depend on each other; readout inversion takes the "
                + "errors of each qubit as its own, so some of them remain."));

    private static QubitCalibration Usable(QubitCalibration calibration, int qubit) => Math.Abs(calibration.Contrast) >= LeastContrast
        ? calibration
        : throw new ExecutionRefusedException(
            $"Readout inversion: device qubit {qubit} was calibrated to P(1|0) = {calibration.OneGivenZero}, "
            + $"P(0|1) = {calibration.ZeroGivenOne}; it reads 0 and 1 alike and cannot be inverted. Ask for more shots, or choose another qubit.");

    private static Budget Half(long shots, bool ones) => shots == 0
        ? Budget.ExactValue
        : new Budget.Shots(ones ? shots / 2 : shots - (shots / 2));

    private static double Frequency(OutcomeDistribution distribution, int bit)
    {
        var sum = 0.0;
        foreach (var outcome in distribution.Outcomes)
        {
            sum += (outcome.Bits >> bit & 1) != 0 ? outcome.Probability : 0;
        }

        return sum;
    }

    // (count + 1)/(shots + 2) keeps the error of a flip that was never seen above 0.
    private static double ErrorOf(double frequency, long shots)
    {
        if (shots == 0)
        {
            return 0;
        }

        var smoothed = ((frequency * shots) + 1) / (shots + 2);
        return Math.Sqrt(smoothed * (1 - smoothed) / shots);
    }

    private static Circuit Prepare(Target target, ImmutableArray<int> qubits, bool ones, string device)
    {
        var builder = Circuit.Builder(target.QubitCount, qubits.Length).Physical();
        for (var bit = 0; bit < qubits.Length; bit++)
        {
            if (ones)
            {
                Flip(builder, target, qubits[bit], device);
            }
        }

        for (var bit = 0; bit < qubits.Length; bit++)
        {
            builder.Measure(qubits[bit], bit);
        }

        return builder.Build();
    }

    private static void Flip(CircuitBuilder builder, Target target, int qubit, string device)
    {
        if (target.Supports(StandardGates.X, qubit))
        {
            builder.X(qubit);
        }
        else if (target.Supports(StandardGates.SX, qubit))
        {
            builder.SX(qubit).SX(qubit);
        }
        else if (target.Supports(StandardGates.RX, qubit))
        {
            builder.Add(StandardGates.RX, [Math.PI], [qubit]);
        }
        else if (target.Supports(StandardGates.PRX, qubit))
        {
            builder.Add(StandardGates.PRX, [Math.PI, 0.0], [qubit]);
        }
        else if (target.Supports(StandardGates.GPI, qubit))
        {
            builder.Add(StandardGates.GPI, [0.0], [qubit]);
        }
        else
        {
            throw new ExecutionRefusedException(
                $"Readout inversion prepares |1⟩ by x, sx, rx, prx or gpi, and device '{device}' has none of them on qubit {qubit}.");
        }
    }
}
