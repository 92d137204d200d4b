using System.Collections.Frozen;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>Gates that a text may use without defining them.</summary>
internal static class KnownGates
{
    /// <summary>The gates of stdgates.inc whose matrix, phase included, is the catalogue's.</summary>
    internal static FrozenSet<string> Stdgates { get; } =
        "p x y z h s sdg t tdg sx rx ry rz cx cy cz cp crx cry crz ch swap ccx cswap cu id u1".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The gates of the paper's qelib1.inc, which every loader of OpenQASM 2 takes.</summary>
    internal static FrozenSet<string> Qelib1 { get; } =
        "u3 u2 u1 cx id x y z h s sdg t tdg rx ry rz cz cy ch ccx crz cu1 cu3".Split(' ').ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Names a definition must not take although it may not use them as they are.</summary>
    internal static IEnumerable<string> Claimed(QasmVersion version) =>
        version == QasmVersion.OpenQasm2 ? Qelib1 : Stdgates.Concat(["CX", "phase", "cphase", "u2", "u3"]);
}
