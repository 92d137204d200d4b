using QmlBench.Learning.Datasets;
using QmlBench.Numerics;

namespace QmlBench.Learning.Preprocessing;

/// <summary>Mean, population variance and range of one feature.</summary>
internal readonly record struct ColumnMoments(double Mean, double Variance, double Least, double Greatest)
{
    public bool IsConstant => Least == Greatest;

    public static ColumnMoments Of(FeatureMatrix samples, int column)
    {
        if (samples.Rows == 0)
            throw new ArgumentException("A transform cannot be fitted to no samples.", nameof(samples));
        var values = new double[samples.Rows];
        for (var row = 0; row < values.Length; row++)
            values[row] = samples[row, column];
        var mean = LaneSum.Sum(values) / values.Length;
        var (least, greatest) = (values.Min(), values.Max());
        for (var row = 0; row < values.Length; row++)
            values[row] -= mean;
        return new(mean, LaneSum.SumOfSquares(values) / values.Length, least, greatest);
    }
}
