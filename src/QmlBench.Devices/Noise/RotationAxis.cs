using System.Collections.Immutable;

namespace QmlBench.Devices.Noise;

/// <summary>The axis about which a gate turns, as its over-rotation: too far by δ is exp(−i δ/2 · G) after the gate.</summary>
/// <remarks>Gates of the equator (<c>prx</c>, <c>gpi</c>, <c>gpi2</c>, <c>ms</c>) turn about X in a frame turned about Z by an angle of
/// the gate itself. <c>cx</c> and <c>ecr</c> are driven by the cross-resonance interaction Z(first) X(second). Gates without one axis
/// (<c>u</c>, <c>swap</c>, <c>phxz</c>) have none here; a recipe can give them a <c>rotation</c> or a <c>unitary</c>.</remarks>
/// <param name="Terms">G as a sum of Pauli strings (last letter on the first operand), each with its coefficient.</param>
/// <param name="FrameAngles">For each operand the index of the gate's angle that turns its frame about Z; empty where the frame is
/// fixed.</param>
/// <param name="Turn">Angle of the gate itself where it is fixed; null where an angle of the gate sets it.</param>
public sealed record RotationAxis(ValueList<PauliWeight> Terms, ValueList<int> FrameAngles, double? Turn)
{
    private static readonly double HalfRoot = Math.Sqrt(0.5);

    private static readonly ImmutableSortedDictionary<string, RotationAxis> Known = new Dictionary<string, RotationAxis>
    {
        ["x"] = One("X", 1, Math.PI),
        ["sx"] = One("X", 1, Math.PI / 2),
        ["sxdg"] = One("X", -1, Math.PI / 2),
        ["rx"] = One("X", 1, null),
        ["y"] = One("Y", 1, Math.PI),
        ["ry"] = One("Y", 1, null),
        ["z"] = One("Z", 1, Math.PI),
        ["s"] = One("Z", 1, Math.PI / 2),
        ["sdg"] = One("Z", -1, Math.PI / 2),
        ["t"] = One("Z", 1, Math.PI / 4),
        ["tdg"] = One("Z", -1, Math.PI / 4),
        ["rz"] = One("Z", 1, null),
        ["p"] = One("Z", 1, null),
        ["u1"] = One("Z", 1, null),
        ["h"] = new([new("X", HalfRoot), new("Z", HalfRoot)], [], Math.PI),
        ["prx"] = Framed("X", [1]),
        ["r"] = Framed("X", [1]),
        ["gpi"] = Framed("X", [0]),
        ["gpi2"] = Framed("X", [0]),
        ["ms"] = Framed("XX", [0, 1]),
        ["cx"] = One("XZ", 1, Math.PI),
        ["ecr"] = One("XZ", 1, Math.PI / 2),
        ["rzx"] = One("XZ", 1, null),
        ["cz"] = One("ZZ", 1, Math.PI),
        ["cp"] = One("ZZ", 1, null),
        ["rzz"] = One("ZZ", 1, null),
        ["cy"] = One("YZ", 1, Math.PI),
        ["rxx"] = One("XX", 1, null),
        ["ryy"] = One("YY", 1, null),
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Names of the gates that have an axis, in ordinal order.</summary>
    public static IEnumerable<string> Gates => Known.Keys;

    /// <summary>Whether the axis can be wrong: a gate of one qubit and fixed angle that turns about one Pauli operator of the
    /// equator.</summary>
    public bool CanBeMisaligned => Turn is not null && Terms.Count == 1 && Terms[0].Pauli is "X" or "Y";

    /// <summary>The axis of a gate.</summary>
    /// <param name="gate">Name of the gate.</param>
    /// <returns>The axis, or null if the gate has none.</returns>
    public static RotationAxis? Of(string gate) => Known.GetValueOrDefault(gate);

    private static RotationAxis One(string pauli, double sign, double? turn) => new([new(pauli, sign)], [], turn);

    private static RotationAxis Framed(string pauli, ValueList<int> angles) => new([new(pauli, 1)], angles, null);
}
