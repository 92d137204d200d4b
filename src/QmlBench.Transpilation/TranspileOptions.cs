using System.Collections.Immutable;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Transpilation;

/// <summary>What a compilation may do and where its random choices come from.</summary>
/// <param name="Effort">0 to 3; see <see cref="Transpiler.SupportedEfforts"/>.</param>
/// <param name="RoutingKey">Key of all random choices: equal keys give equal circuits on every machine.</param>
/// <param name="Layout">Device qubit of each logical qubit, all different; null lets the compiler choose.</param>
/// <param name="Bind">How parameters enter the result.</param>
/// <param name="BitstringsOnly">
/// True if only bitstrings are asked: diagonal gates before a final measurement may then be dropped, which changes no distribution.
/// </param>
/// <param name="Aim">What is to be small: picks the candidates that are finished.</param>
public sealed record TranspileOptions(
    int Effort, StreamKey RoutingKey, ImmutableArray<int>? Layout = null, BindMode Bind = BindMode.Template, bool BitstringsOnly = false,
    Aim Aim = Aim.Success)
{
    /// <summary>Effort 2 with the given key and everything else left to the compiler.</summary>
    public static TranspileOptions Default(StreamKey routingKey) => new(2, routingKey);
}
