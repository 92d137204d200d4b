using QmlBench.Learning.Datasets;

namespace QmlBench.Learning.Preprocessing;

/// <summary>A transform of features with its figures still open: they are fitted on training samples alone.</summary>
public interface ITransform
{
    /// <summary>Name and options, as they enter identities: <c>minmax(-pi/2,pi/2)</c>.</summary>
    string Name { get; }

    /// <summary>Fits the figures.</summary>
    /// <param name="train">The training samples, never the whole data set.</param>
    IFittedTransform Fit(FeatureMatrix train);
}
