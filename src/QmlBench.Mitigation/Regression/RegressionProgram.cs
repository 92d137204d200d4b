using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;
using QmlBench.Transpilation;

namespace QmlBench.Mitigation.Regression;

/// <summary>A program with its training circuits, run noisy and exactly.</summary>
internal sealed class RegressionProgram : IProgram
{
    private readonly IProgram _target;
    private readonly IProgram _training;
    private readonly IProgram _ideal;
    private readonly RotationColumns _rotations;
    private readonly RegressionOptions _options;

    public RegressionProgram(IProgram target, IProgram training, IProgram ideal, RotationColumns rotations, RegressionOptions options) =>
        (_target, _training, _ideal, _rotations, _options) = (target, training, ideal, rotations, options);

    public NativeCircuit Native => _target.Native;

    public Target Target => _target.Target;

    public Columns Columns => _target.Columns;

    public Method Method => _target.Method with { Why = $"{_target.Method.Why}; Clifford data regression ({_options})" };

    public Ledger Cost(ObservableSet? observables, Budget budget, long rows)
    {
        var (each, training) = Split(budget);
        return _target.Cost(observables, each, rows) + _training.Cost(observables, training, rows * _options.Circuits);
    }

    public Estimates Estimate(RowTable rows, ObservableSet observables, Budget budget, RowStreams streams, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observables);
        var (each, trainingBudget) = Split(budget);
        var target = _target.Estimate(rows, observables, each, streams.Derive("cdr-target"), cancel);
        var circuits = TrainingCircuits.For(rows, _rotations, _options, streams);
        var table = new RowTable(_training.Columns, circuits.Angles, rows.Rows * _options.Circuits);
        var ofTraining = streams.Derive("cdr-training") with { FirstRow = streams.FirstRow * _options.Circuits };
        var noisy = _training.Estimate(table, observables, trainingBudget, ofTraining, cancel);
        var exact = _ideal.Estimate(table, observables, Budget.ExactValue, ofTraining, cancel);
        var corrected = new TrainedRows(target, noisy, exact, circuits, _options.Circuits, observables).Correct(Method);
        return budget is Budget.Precision precision ? corrected with { Notices = Judged(corrected, precision) } : corrected;
    }

    public Samples Sample(RowTable rows, Budget budget, RowStreams streams, CancellationToken cancel) =>
        throw new ExecutionRefusedException(
        "Clifford data regression corrects expectation values, not bitstrings. Use readout or zne for bitstrings.");

    public T? Find<T>()
        where T : class, ICapability => null;

    private (Budget Target, Budget Training) Split(Budget budget)
    {
        switch (budget)
        {
            case Budget.Exact:
                return (budget, budget);
            case Budget.Shots shots:
                var training = shots.Total / (2 * _options.Circuits);
                return training >= 1
                    ? (new Budget.Shots(shots.Total - (training * _options.Circuits)), new Budget.Shots(training))
                    : throw new ExecutionRefusedException(
                        $"{shots.Total} shots a row are too few for Clifford data regression with {_options.Circuits} training circuits; "
                        + $"ask for {2 * _options.Circuits} or more.");
            case Budget.Precision:
                return (budget, budget);
            default:
                throw new InvalidOperationException("Bug in QmlBench: unknown kind of budget.");
        }
    }

    // The slope of the line, and what the line cannot follow, are known only once it is fitted.
    private static ImmutableArray<Notice> Judged(Estimates corrected, Budget.Precision precision)
    {
        var errors = Enumerable.Range(0, corrected.Values.Length)
            .Select(value => corrected.StandardError(value / corrected.Observables, value % corrected.Observables));
        var largest = errors.DefaultIfEmpty(0).Max();
        return largest <= precision.StandardError ? corrected.Notices : corrected.Notices.Add(new("cdr", string.Create(
            CultureInfo.InvariantCulture,
            $"The standard error {precision.StandardError:G3} was asked of the circuits; with the fit the largest is {largest:G3}.")));
    }
}
