using QmlBench.Learning.Datasets;

namespace QmlBench.Learning.Preprocessing;

/// <summary>A fitted, immutable transform of features.</summary>
public interface IFittedTransform
{
    /// <summary>Transforms samples; values outside the range seen in training are not clipped.</summary>
    /// <exception cref="ArgumentException">The number of features differs from that of the training samples.</exception>
    FeatureMatrix Apply(FeatureMatrix samples);
}
