using System.Collections.Immutable;
using QmlBench.Emulation.Fallbacks;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Wrapping;
using QmlBench.Transpilation;

namespace QmlBench.Mitigation.Readout;

/// <summary>Kernel entries from corrected bitstrings of the pair's circuit: K = Σ_s P(s) · Π A⁻¹(0, s_q).</summary>
/// <remarks>
/// Pair by pair, because the inverse needs the whole recorded distribution. The variance of an entry holds the calibration's part.
/// </remarks>
internal sealed class ReadoutKernel : IFidelityKernel
{
    private readonly IProgram _pairs;
    private readonly CalibrationPrograms _calibration;
    private readonly ImmutableArray<int> _qubits;
    private readonly NativeCircuit _half;
    private readonly Method _method;

    private ReadoutKernel(IProgram pairs, CalibrationPrograms calibration, ImmutableArray<int> qubits, NativeCircuit half, Method method) =>
        (_pairs, _calibration, _qubits, _half, _method) = (pairs, calibration, qubits, half, method);

    /// <summary>The kernel of a program.</summary>
    public static ReadoutKernel For(IExecutor inner, IProgram program, Request request, ScheduleOptions schedule, Method method)
    {
        var pair = KernelPair.Of(program.Native, program.Target);
        var native = pair.Native(program.Native);
        var pairs = inner.Adopt(native, request with { Observables = null, Asked = Asked.Bitstrings }, schedule, CancellationToken.None);
        ImmutableArray<int> qubits = program.Native.InitialLayout;
        var calibration = CalibrationPrograms.For(inner, program.Target, [.. qubits.Order()], request, CancellationToken.None);
        return new(pairs, calibration, qubits, program.Native, method with { Why = $"{method.Why}; kernel pair by pair" });
    }

    /// <inheritdoc/>
    public KernelValues Kernel(RowTable x, RowTable y, Budget perEntry, RowStreams streams, CancellationToken cancel)
    {
        var plan = ShotPlan.Of(perEntry, (long)x.Rows * y.Rows);
        var (calibrated, spent, notices) = _calibration.Run(plan.Calibration, streams.Derive("readout-calibration"), cancel);
        QubitCalibration[] ofBit = [.. _qubits.Select(qubit => calibrated[qubit])];
        var entries = new double[x.Rows * y.Rows];
        var isExact = perEntry is Budget.Exact && _pairs.Method.Kind != MethodKind.Trajectories;
        var variances = new double[isExact ? 0 : entries.Length];
        var (total, known) = (spent, notices);
        for (var row = 0; row < x.Rows; row++)
        {
            // One row of x at a time: its distributions are forgotten as soon as they are corrected.
            var part = streams.Derive("kernel", streams.FirstRow + row) with { FirstRow = 0 };
            var samples = _pairs.Sample(Pairs(x, row, y), plan.Each, part, cancel);
            for (var column = 0; column < y.Rows; column++)
            {
                var entry = (row * y.Rows) + column;
                entries[entry] = Value(samples.Distributions[column], ofBit);
                if (variances.Length > 0)
                {
                    variances[entry] = Variance(samples.Distributions[column], ofBit, entries[entry]);
                }
            }

            (total, known) = (total + samples.Spent, known.Concat(samples.Notices).Distinct());
        }

        return new(x.Rows, y.Rows, entries, variances, total, _method, [.. known.Distinct()]);
    }

    private static double Value(OutcomeDistribution distribution, QubitCalibration[] ofBit) =>
        BitstringInverse.Contract(QuasiProbabilities.Dense(distribution), Factors(ofBit, (qubit, bit) => qubit.Inverse(0, bit)));

    // (Σ w²f − (Σ wf)²)/(n − 1), and the calibration to first order.
    private static double Variance(OutcomeDistribution distribution, QubitCalibration[] ofBit, double value)
    {
        var squares = Factors(ofBit, (qubit, bit) => qubit.Inverse(0, bit) * qubit.Inverse(0, bit));
        var second = BitstringInverse.Contract(QuasiProbabilities.Dense(distribution), squares);
        var variance = distribution.Shots > 1 ? Math.Max(0, second - (value * value)) / (distribution.Shots - 1) : Math.Max(second, 0.25);
        var factors = Factors(ofBit, (qubit, bit) => qubit.Inverse(0, bit));
        for (var q = 0; q < ofBit.Length; q++)
        {
            var up = ofBit[q].ErrorOfOneGivenZero * Slope(distribution, factors, q, ofBit[q].SlopeByOneGivenZero);
            var down = ofBit[q].ErrorOfZeroGivenOne * Slope(distribution, factors, q, ofBit[q].SlopeByZeroGivenOne);
            variance += (up * up) + (down * down);
        }

        return variance;
    }

    private static double Slope(OutcomeDistribution distribution, double[] factors, int qubit, Func<int, double> slope)
    {
        double[] changed = [.. factors];
        (changed[2 * qubit], changed[(2 * qubit) + 1]) = (slope(0), slope(1));
        return BitstringInverse.Contract(QuasiProbabilities.Dense(distribution), changed);
    }

    private static double[] Factors(QubitCalibration[] ofBit, Func<QubitCalibration, int, double> of) =>
        [.. ofBit.SelectMany(qubit => new[] { of(qubit, 0), of(qubit, 1) })];

    private RowTable Pairs(RowTable x, int row, RowTable y)
    {
        var width = _half.Circuit.Parameters.Length;
        var right = _half.Table(y.ToDense(), y.Rows);
        var own = new double[x.Shared.Count];
        x.Fill(row, own);
        var left = _half.Row(own);
        var dense = new double[y.Rows * 2 * width];
        for (var column = 0; column < y.Rows; column++)
        {
            left.CopyTo(dense, column * 2 * width);
            right.AsSpan(column * width, width).CopyTo(dense.AsSpan(((column * 2) + 1) * width));
        }

        return new(_pairs.Columns, dense, y.Rows);
    }
}
