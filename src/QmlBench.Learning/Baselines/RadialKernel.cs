using QmlBench.Learning.Datasets;
using QmlBench.Numerics;

namespace QmlBench.Learning.Baselines;

/// <summary>The radial basis function kernel exp(−γ‖x − y‖²).</summary>
public static class RadialKernel
{
    /// <summary>Squared distances between samples: what the kernels of every γ share.</summary>
    /// <param name="x">Samples of the rows.</param>
    /// <param name="y">Samples of the columns.</param>
    /// <returns>x.Rows × y.Rows distances, row-major.</returns>
    /// <exception cref="ArgumentException">The numbers of features differ.</exception>
    public static double[] SquaredDistances(FeatureMatrix x, FeatureMatrix y)
    {
        if (x.Columns != y.Columns)
            throw new ArgumentException($"Samples of {x.Columns} and of {y.Columns} features have no distance.", nameof(y));
        var distances = new double[x.Rows * y.Rows];
        var difference = new double[x.Columns];
        for (var i = 0; i < x.Rows; i++)
        {
            var left = x.Row(i);
            for (var j = 0; j < y.Rows; j++)
            {
                var right = y.Row(j);
                for (var k = 0; k < difference.Length; k++)
                    difference[k] = left[k] - right[k];
                distances[(i * y.Rows) + j] = LaneSum.SumOfSquares(difference);
            }
        }

        return distances;
    }

    /// <summary>Kernel values from squared distances.</summary>
    /// <param name="squaredDistances">Distances, any shape.</param>
    /// <param name="gamma">γ, above 0.</param>
    /// <returns>exp(−γ d²) of each, in the same order.</returns>
    public static double[] FromDistances(ReadOnlySpan<double> squaredDistances, double gamma)
    {
        if (!(double.IsFinite(gamma) && gamma > 0))
            throw new ArgumentOutOfRangeException(nameof(gamma), gamma, "The kernel width gamma must be finite and above 0.");
        var values = new double[squaredDistances.Length];
        for (var i = 0; i < values.Length; i++)
            values[i] = -gamma * squaredDistances[i];
        Elementary.Exp(values, values);
        return values;
    }
}
