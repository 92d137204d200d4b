using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.Regression;

/// <summary>Noisy targets with noisy and exact training values: fits a line per row and observable and corrects with it.</summary>
internal sealed class TrainedRows
{
    private readonly Estimates _target;
    private readonly Estimates _noisy;
    private readonly Estimates _exact;
    private readonly bool[] _isClifford;
    private readonly int _circuits;
    private readonly ObservableSet _observables;

    public TrainedRows(
        Estimates target, Estimates noisy, Estimates exact, TrainingCircuits circuits, int perRow, ObservableSet observables) =>
        (_target, _noisy, _exact, _isClifford, _circuits, _observables) = (target, noisy, exact, circuits.IsClifford, perRow, observables);

    private int Count => _target.Observables;

    private int Packed => Count * (Count + 1) / 2;

    private int TargetDirections => _target.SharedError.Length / Math.Max(1, _target.Values.Length);

    private int TrainingDirections => _noisy.SharedError.Length / Math.Max(1, _noisy.Values.Length);

    /// <summary>Corrects every row.</summary>
    public Estimates Correct(Method method)
    {
        var values = _target.Values.ToArray();
        var covariance = new double[_target.Rows * Packed];
        var directions = TargetDirections + TrainingDirections;
        var shared = new double[values.Length * directions];
        var raw = 0;
        for (var row = 0; row < _target.Rows; row++)
        {
            var fits = Fits(row);
            raw += fits.Count(fit => fit is null);
            for (var k = 0; k < Count; k++)
            {
                values[(row * Count) + k] = ValueOf(row, k, fits[k]);
                Share(row, k, fits[k], shared.AsSpan(((row * Count) + k) * directions, directions));
            }

            Covariance(row, fits, covariance.AsSpan(row * Packed, Packed));
        }

        return new(_target.Rows, Count, values, covariance, shared, _target.Spent + _noisy.Spent, method,
            [.. _target.Notices.Concat(_noisy.Notices).Concat(Notices(raw)).Distinct()]);
    }

    private IEnumerable<Notice> Notices(int raw)
    {
        var clifford = _isClifford.Count(one => one);
        if (clifford > 0)
        {
            yield return new("cdr", $"{clifford} of {_target.Rows} rows are Clifford circuits; their values are simulated without noise.");
        }

        raw -= clifford * Count;
        if (raw > 0)
        {
            yield return new(
                "cdr",
                $"{raw} of {_target.Values.Length} values have training circuits that do not determine a rising line to a possible value; "
                + "they are the uncorrected ones.");
        }
    }

    private RegressionFit?[] Fits(int row)
    {
        var fits = new RegressionFit?[Count];
        for (var k = 0; k < Count && !_isClifford[row]; k++)
        {
            var (noisy, exact, variance) = (new double[_circuits], new double[_circuits], 0.0);
            for (var i = 0; i < _circuits; i++)
            {
                noisy[i] = _noisy.Value(Training(row, i), k);
                exact[i] = _exact.Value(Training(row, i), k);
                variance += _noisy.Covariance.IsEmpty ? 0 : OwnCovariance(_noisy, Training(row, i), k, k) / _circuits;
            }

            var fit = RegressionFit.Of(noisy, exact, _target.Value(row, k), variance);
            fits[k] = fit is not null && IsPossible(fit, _observables[k]) ? fit : null;
        }

        return fits;
    }

    // No state gives a value further from the identity's coefficient than the sum of the others; one standard error is allowed for.
    private static bool IsPossible(RegressionFit fit, Observable observable) =>
        Math.Abs(fit.Prediction - observable.IdentityCoefficient) <= observable.Weight + Math.Sqrt(RegressionFit.Covariance(fit, fit));

    private int Training(int row, int circuit) => (row * _circuits) + circuit;

    // Every training circuit of a Clifford circuit is the circuit itself.
    private double ValueOf(int row, int k, RegressionFit? fit) => _isClifford[row]
        ? _exact.Value(Training(row, 0), k)
        : fit?.Prediction ?? _target.Value(row, k);

    private void Covariance(int row, RegressionFit?[] fits, Span<double> packed)
    {
        if (_isClifford[row])
        {
            return;
        }

        for (var k = 0; k < Count; k++)
        {
            for (var l = 0; l <= k; l++)
            {
                var own = _target.Covariance.IsEmpty ? 0 : OwnCovariance(_target, row, k, l);
                var fitted = fits[k] is { } first && fits[l] is { } second ? RegressionFit.Covariance(first, second) : 0;
                packed[(k * (k + 1) / 2) + l] = ((fits[k]?.Slope ?? 1) * (fits[l]?.Slope ?? 1) * own) + fitted;
            }
        }
    }

    private void Share(int row, int k, RegressionFit? fit, Span<double> shared)
    {
        if (_isClifford[row])
        {
            return;
        }

        Span<double> still = new double[_circuits];
        for (var d = 0; d < TargetDirections; d++)
        {
            var change = Direction(_target, row, k, d);
            shared[d] = fit?.Change(change, still) ?? change;
        }

        var moved = new double[_circuits];
        for (var d = 0; d < TrainingDirections && fit is not null; d++)
        {
            for (var i = 0; i < _circuits; i++)
            {
                moved[i] = Direction(_noisy, Training(row, i), k, d);
            }

            shared[TargetDirections + d] = fit.Change(0, moved);
        }
    }

    private static double OwnCovariance(Estimates estimates, int row, int k, int l)
    {
        var packed = estimates.Observables * (estimates.Observables + 1) / 2;
        return estimates.Covariance.Span[(row * packed) + (k * (k + 1) / 2) + l];
    }

    private static double Direction(Estimates estimates, int row, int k, int d)
    {
        var value = (row * estimates.Observables) + k;
        return estimates.SharedError.Span[(value * (estimates.SharedError.Length / estimates.Values.Length)) + d];
    }
}
