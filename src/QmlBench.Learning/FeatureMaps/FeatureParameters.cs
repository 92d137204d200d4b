using QmlBench.Circuits;

namespace QmlBench.Learning.FeatureMaps;

/// <summary>Declares the features of a circuit before anything else, so that a row of features is a row of its table.</summary>
internal static class FeatureParameters
{
    /// <summary>A builder with one qubit a feature and the angles <c>x0</c>, <c>x1</c>, …</summary>
    public static (CircuitBuilder Builder, Angle[] X) Declare(int features)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(features, 1);
        return Declare(features, features);
    }

    /// <summary>A builder with a number of qubits of its own.</summary>
    public static (CircuitBuilder Builder, Angle[] X) Declare(int features, int qubits)
    {
        var builder = new CircuitBuilder(qubits);
        return (builder, [.. Enumerable.Range(0, features).Select(i => builder.Parameter($"x{i}"))]);
    }
}
