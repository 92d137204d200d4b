using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Waist;

namespace QmlBench.Mitigation.Readout;

/// <summary>Derivatives of corrected values: the map from recorded strings is linear, so it acts on their derivatives.</summary>
internal sealed class ReadoutGradient(ReadoutProgram program, IGradient recorded) : IGradient
{
    /// <inheritdoc/>
    public string Rule => $"{recorded.Rule}, readout inverted";

    /// <inheritdoc/>
    public Gradients Differentiate(
        RowTable rows, ObservableSet observables, ReadOnlyMemory<int> columns, LossSlope? slope, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(observables);
        var strings = program.Recorded(observables);
        var (calibrated, spent, notices) = program.ExactCalibration(cancel);
        var corrected = program.Corrected(observables, calibrated);
        var inner = recorded.Differentiate(
            rows, strings, columns, slope is null ? null : Through(corrected, observables.Count, slope), cancel);
        return inner with
        {
            Values = corrected.Correct(inner.Values, inner.Values.Spent + spent, program.Method, notices),
            Jacobian = Jacobian(corrected, inner.Jacobian.Span, rows.Rows, strings.Count, observables.Count, columns.Length),
        };
    }

    private static LossSlope Through(CorrectedValues corrected, int count, LossSlope slope) => (row, strings, slopes) =>
    {
        var (values, ofObservable) = (new double[count], new double[count]);
        corrected.Correct(strings, values);
        slope(row, values, ofObservable);
        slopes.Clear();
        for (var k = 0; k < count; k++)
        {
            var weights = corrected.Weights(k);
            for (var s = 0; s < slopes.Length; s++)
            {
                slopes[s] += ofObservable[k] * weights[s];
            }
        }
    };

    private static double[] Jacobian(CorrectedValues corrected, ReadOnlySpan<double> inner, int rows, int strings, int count, int columns)
    {
        if (inner.IsEmpty)
        {
            return [];
        }

        var jacobian = new double[rows * count * columns];
        for (var value = 0; value < rows * count; value++)
        {
            var weights = corrected.Weights(value % count);
            for (var s = 0; s < strings; s++)
            {
                for (var c = 0; c < columns; c++)
                {
                    jacobian[(value * columns) + c] += weights[s] * inner[((((value / count) * strings) + s) * columns) + c];
                }
            }
        }

        return jacobian;
    }
}
