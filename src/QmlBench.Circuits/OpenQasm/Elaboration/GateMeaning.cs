using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>What the name of a gate means in a text: a gate times a phase that may depend on its angles.</summary>
/// <param name="Gate">The gate.</param>
/// <param name="Phase">φ of the factor e^{iφ} for given angles; null: none.</param>
internal sealed record GateMeaning(Gate Gate, Func<Angle[], Angle>? Phase = null)
{
    /// <summary>Number of operations after full expansion; guards against definitions that grow without bound.</summary>
    internal long Size { get; init; } = 1;

    /// <summary>True for a gate without definition that is read as nothing happening.</summary>
    internal bool IsIgnored { get; init; }
}
