using QmlBench.Circuits;

namespace QmlBench.Learning.FeatureMaps;

/// <summary>One rotation by x_i on qubit i: a product state.</summary>
/// <param name="Axis">Axis of the rotation: X, Y or Z.</param>
public sealed record AngleEmbedding(char Axis) : IFeatureMap
{
    /// <summary>Axis of the rotation.</summary>
    public char Axis { get; } = Axis is 'X' or 'Y' or 'Z'
        ? Axis
        : throw new ArgumentOutOfRangeException(nameof(Axis), Axis, "The axis of an angle embedding is X, Y or Z.");

    /// <inheritdoc/>
    public string Name => $"angle({Axis})";

    /// <inheritdoc/>
    public Circuit Build(int features)
    {
        var (builder, x) = FeatureParameters.Declare(features);
        for (var q = 0; q < features; q++)
            _ = Axis switch { 'X' => builder.RX(x[q], q), 'Y' => builder.RY(x[q], q), _ => builder.RZ(x[q], q) };
        return builder.Build();
    }
}
