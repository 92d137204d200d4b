using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.Readout;

/// <summary>Turns estimates of recorded strings into estimates of corrected observables.</summary>
internal sealed class CorrectedValues
{
    private readonly ObservableSet _observables;
    private readonly PauliClosure _strings;
    private readonly StringInverse _inverse;
    private readonly (double Constant, double[] Coefficients)[] _ofObservable;
    private readonly (double Constant, double[] Coefficients)[] _ofString;

    public CorrectedValues(ObservableSet observables, PauliClosure strings, StringInverse inverse)
    {
        (_observables, _strings, _inverse) = (observables, strings, inverse);
        _ofObservable = [.. observables.Select(observable => PerAsked(inverse.Of(observable)))];
        _ofString = [.. strings.Strings.Select(one => PerAsked(inverse.Of(Observable.Of(one, observables.QubitCount))))];
    }

    /// <summary>Weights of the asked strings in corrected observable k.</summary>
    public ReadOnlySpan<double> Weights(int k) => _ofObservable[k].Coefficients;

    /// <summary>The budget of the strings: under a precision σ of the observables σ/max Σ|weight|, whatever the strings have in common.</summary>
    /// <param name="budget">Budget of a row.</param>
    public Budget Inner(Budget budget) => budget is Budget.Precision precision
        ? new Budget.Precision(precision.StandardError / Math.Max(1.0, _ofObservable.Max(one => one.Coefficients.Sum(Math.Abs))), precision.Most)
        : budget;

    /// <summary>The corrected observables of one row.</summary>
    /// <param name="recorded">Values of the strings as asked.</param>
    /// <param name="values">One per observable.</param>
    public void Correct(ReadOnlySpan<double> recorded, Span<double> values)
    {
        for (var k = 0; k < values.Length; k++)
        {
            values[k] = _ofObservable[k].Constant + Dot(_ofObservable[k].Coefficients, recorded);
        }
    }

    /// <summary>Corrects every row, with covariance L·C·Lᵀ and the directions of the calibration.</summary>
    /// <param name="recorded">Estimates of the strings.</param>
    /// <param name="spent">What was spent, calibration included.</param>
    /// <param name="method">Method of the whole.</param>
    /// <param name="notices">Notices besides those of <paramref name="recorded"/>.</param>
    public Estimates Correct(Estimates recorded, Ledger spent, Method method, IEnumerable<Notice> notices)
    {
        var (rows, count, strings) = (recorded.Rows, _observables.Count, recorded.Observables);
        var values = new double[rows * count];
        var packed = count * (count + 1) / 2;
        var covariance = new double[recorded.Covariance.IsEmpty ? 0 : rows * packed];
        for (var row = 0; row < rows; row++)
        {
            Correct(recorded.Values.Span.Slice(row * strings, strings), values.AsSpan(row * count, count));
            if (covariance.Length > 0)
            {
                var inner = recorded.Covariance.Span.Slice(row * strings * (strings + 1) / 2, strings * (strings + 1) / 2);
                Propagate(inner, covariance.AsSpan(row * packed, packed));
            }
        }

        return new(rows, count, values, covariance, SharedErrors(recorded), spent, method,
            [.. recorded.Notices.Concat(notices).Distinct()]);
    }

    private static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        var sum = 0.0;
        for (var index = 0; index < left.Length; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }

    private (double Constant, double[] Coefficients) PerAsked((double Constant, double[] Coefficients) map)
    {
        for (var index = 0; index < map.Coefficients.Length; index++)
        {
            map.Coefficients[index] /= _strings.WeightOf(index);
        }

        return map;
    }

    private void Propagate(ReadOnlySpan<double> inner, Span<double> covariance)
    {
        var strings = _strings.Strings.Length;
        var products = new double[strings];
        for (var k = 0; k < _observables.Count; k++)
        {
            Array.Clear(products);
            for (int i = 0, at = 0; i < strings; i++)
            {
                for (var j = 0; j <= i; j++, at++)
                {
                    products[i] += inner[at] * _ofObservable[k].Coefficients[j];
                    products[j] += i == j ? 0.0 : inner[at] * _ofObservable[k].Coefficients[i];
                }
            }

            for (var l = 0; l <= k; l++)
            {
                covariance[(k * (k + 1) / 2) + l] = Dot(_ofObservable[l].Coefficients, products);
            }
        }
    }

    // Directions of the inner estimates go through the same map; those of the calibration follow.
    private double[] SharedErrors(Estimates recorded)
    {
        var errors = _inverse.Errors();
        var own = errors.Any(error => error > 0) ? errors.Length : 0;
        var strings = recorded.Observables;
        var inner = recorded.SharedError.Length / Math.Max(1, recorded.Values.Length);
        var width = own + inner;
        var shared = new double[recorded.Rows * _observables.Count * width];
        var corrected = new double[strings];
        for (var row = 0; row < recorded.Rows; row++)
        {
            for (var s = 0; s < strings; s++)
            {
                corrected[s] = _ofString[s].Constant + Dot(_ofString[s].Coefficients, recorded.Values.Span.Slice(row * strings, strings));
            }

            for (var k = 0; k < _observables.Count; k++)
            {
                var target = shared.AsSpan(((row * _observables.Count) + k) * width, width);
                Through(recorded.SharedError.Span.Slice(row * strings * inner, strings * inner), k, target[..inner]);
                if (own > 0)
                {
                    Calibration(k, corrected, errors, target[inner..]);
                }
            }
        }

        return shared;
    }

    private void Through(ReadOnlySpan<double> directions, int k, Span<double> target)
    {
        for (var s = 0; s < _strings.Strings.Length; s++)
        {
            for (var d = 0; d < target.Length; d++)
            {
                target[d] += _ofObservable[k].Coefficients[s] * directions[(s * target.Length) + d];
            }
        }
    }

    private void Calibration(int k, double[] corrected, double[] errors, Span<double> target)
    {
        _inverse.Slopes(_observables[k], corrected, target);
        for (var d = 0; d < target.Length; d++)
        {
            target[d] *= errors[d];
        }
    }
}
