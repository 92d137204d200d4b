using System.Globalization;
using QmlBench.Learning.Datasets;

namespace QmlBench.Learning.Preprocessing;

/// <summary>The range seen in training becomes a stated interval: x → low + (high − low)·(x − min)/(max − min).</summary>
/// <remarks>A constant feature becomes the lower end; new values outside the range are not clipped; both as in scikit-learn.</remarks>
public sealed class MinMaxScaler : ITransform
{
    /// <summary>A scaler to [low, high].</summary>
    /// <exception cref="ArgumentOutOfRangeException">high is not above low.</exception>
    public MinMaxScaler(double low, double high)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(high, low);
        Low = low;
        High = high;
    }

    /// <summary>[−π/2, π/2], as angles of embeddings want it.</summary>
    public static MinMaxScaler HalfPi { get; } = new(-Math.PI / 2, Math.PI / 2);

    /// <summary>Image of the least training value.</summary>
    public double Low { get; }

    /// <summary>Image of the greatest training value.</summary>
    public double High { get; }

    /// <inheritdoc/>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"minmax({Low:R},{High:R})");

    /// <inheritdoc/>
    public IFittedTransform Fit(FeatureMatrix train)
    {
        var moments = Enumerable.Range(0, train.Columns).Select(column => ColumnMoments.Of(train, column)).ToArray();
        return new AffineFit(
            [.. moments.Select(moment => moment.Least)],
            [.. moments.Select(moment => moment.IsConstant ? 1.0 : moment.Greatest - moment.Least)],
            Scale: High - Low,
            Offset: Low);
    }
}
