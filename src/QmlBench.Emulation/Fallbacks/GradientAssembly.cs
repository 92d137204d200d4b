using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Fallbacks;

/// <summary>Makes <see cref="Gradients"/> of values and a Jacobian.</summary>
internal static class GradientAssembly
{
    /// <summary>The Jacobian as it is, or contracted with the slopes of a loss.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="values">Values of every row.</param>
    /// <param name="columns">The columns differentiated by.</param>
    /// <param name="jacobian">Index (row · observables + k) · columns + c.</param>
    /// <param name="slope">The loss, or null for the Jacobian.</param>
    public static Gradients Assemble(
        RowTable rows, Estimates values, ReadOnlyMemory<int> columns, ReadOnlyMemory<double> jacobian, LossSlope? slope)
    {
        if (slope is null)
        {
            return new(values, columns, jacobian, ReadOnlyMemory<double>.Empty, ReadOnlyMemory<double>.Empty);
        }

        var shared = new double[columns.Length];
        var own = new double[rows.Rows * columns.Length];
        var slopes = new double[values.Observables];
        for (var row = 0; row < rows.Rows; row++)
        {
            slope(row, values.Values.Span.Slice(row * values.Observables, values.Observables), slopes);
            var ofRow = jacobian.Span.Slice(row * values.Observables * columns.Length, values.Observables * columns.Length);
            Contract(rows.Shared, columns.Span, ofRow, slopes, shared, own.AsSpan(row * columns.Length, columns.Length));
        }

        return new(values, columns, ReadOnlyMemory<double>.Empty, shared, own);
    }

    private static void Contract(
        Columns names, ReadOnlySpan<int> columns, ReadOnlySpan<double> jacobian, double[] slopes, double[] shared, Span<double> own)
    {
        for (var c = 0; c < columns.Length; c++)
        {
            var sum = 0.0;
            for (var k = 0; k < slopes.Length; k++)
            {
                sum += slopes[k] * jacobian[(k * columns.Length) + c];
            }

            if (names.IsShared(columns[c]))
            {
                shared[c] += sum;
            }
            else
            {
                own[c] = sum;
            }
        }
    }
}
