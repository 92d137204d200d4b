using System.Collections.Frozen;
using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Gates that are the same matrix under another name, and u as three gates every loader reads with the same phase.</summary>
internal static class GateSubstitutes
{
    /// <summary>Gates in order of time that are exactly the gate, or null if there are none among those known.</summary>
    internal static (Gate Gate, Angle[] Angles)[]? Find(Gate gate, ReadOnlySpan<Angle> angles, FrozenDictionary<string, string> known)
    {
        if (gate == StandardGates.P && known.ContainsKey("u1")) return [(StandardGates.U1, angles.ToArray())];
        if (gate == StandardGates.U1 && known.ContainsKey("p")) return [(StandardGates.P, angles.ToArray())];
        if (gate == StandardGates.CP && known.ContainsKey("cu1")) return [(StandardGates.CU1, angles.ToArray())];
        if (gate == StandardGates.CU1 && known.ContainsKey("cp")) return [(StandardGates.CP, angles.ToArray())];
        if (gate == StandardGates.U2) return General(Math.PI / 2.0, angles[0], angles[1], known);
        return gate == StandardGates.U || gate == StandardGates.U3 ? General(angles[0], angles[1], angles[2], known) : null;
    }

    // u(θ, φ, λ) = p(φ) ry(θ) p(λ), phase included.
    private static (Gate Gate, Angle[] Angles)[] General(Angle theta, Angle phi, Angle lambda, FrozenDictionary<string, string> known)
    {
        if (known.ContainsKey("u3")) return [(StandardGates.U3, [theta, phi, lambda])];
        if (known.ContainsKey("u")) return [(StandardGates.U, [theta, phi, lambda])];
        return [(StandardGates.P, [lambda]), (StandardGates.RY, [theta]), (StandardGates.P, [phi])];
    }
}
