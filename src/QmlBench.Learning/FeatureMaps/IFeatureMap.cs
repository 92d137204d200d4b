using QmlBench.Circuits;

namespace QmlBench.Learning.FeatureMaps;

/// <summary>A way to write features into a state.</summary>
public interface IFeatureMap
{
    /// <summary>Name and options, as they enter identities.</summary>
    string Name { get; }

    /// <summary>
    /// The circuit with parameters <c>x0</c>, <c>x1</c>, … declared in that order, one qubit a feature, without measurement.
    /// </summary>
    /// <param name="features">Number of features, at least 1.</param>
    Circuit Build(int features);
}
