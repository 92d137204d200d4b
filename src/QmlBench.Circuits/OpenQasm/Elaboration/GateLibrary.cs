using System.Collections.Frozen;
using QmlBench.Circuits.Gates;

namespace QmlBench.Circuits.OpenQasm.Elaboration;

/// <summary>Names that library files and dialects give to gates. The files are built in; nothing is read from disk.</summary>
internal static class GateLibrary
{
    private static readonly FrozenDictionary<string, GateMeaning> Qelib1 = Table(
        "u3 u2 u1 cx id x y z h s sdg t tdg rx ry rz cz cy ch ccx crz cu1 cu3", []);

    private static readonly FrozenDictionary<string, GateMeaning> LegacyQelib1 = Table(
        "u3 u2 u1 cx id x y z h s sdg t tdg rx ry rz cz cy ch ccx crz cu1 cu3 u0 u p sx sxdg swap cswap crx cry cp csx cu rxx rzz rccx "
        + "rc3x c3x c4x", [("c3sqrtx", StandardGates.C3SX)]);

    private static readonly FrozenDictionary<string, GateMeaning> Stdgates = Table(
        "p x y z h s sdg t tdg sx rx ry rz cx cy cz cp crx cry crz ch swap ccx cswap cu id u1",
        [("CX", StandardGates.CX), ("phase", StandardGates.P), ("cphase", StandardGates.CP)],
        ("u2", new GateMeaning(StandardGates.U2, a => -0.5 * (a[0] + a[1]))),
        ("u3", new GateMeaning(StandardGates.U3, a => -0.5 * (a[1] + a[2]))));

    private static readonly FrozenDictionary<string, GateMeaning> StdgatesOfQiskit = Table(
        "p x y z h s sdg t tdg sx rx ry rz cx cy cz cp crx cry crz ch swap ccx cswap cu id u1 u2 u3",
        [("CX", StandardGates.CX), ("phase", StandardGates.P), ("cphase", StandardGates.CP)]);

    private static readonly FrozenDictionary<string, GateMeaning> Braket = Table(
        "x y z h s t rx ry rz cy cz swap iswap pswap ecr cswap xy ms gpi gpi2 prx cphaseshift00 cphaseshift01 cphaseshift10",
        [
            ("i", StandardGates.I), ("si", StandardGates.Sdg), ("ti", StandardGates.Tdg), ("v", StandardGates.SX),
                ("vi", StandardGates.SXdg),
            ("phaseshift", StandardGates.P), ("cnot", StandardGates.CX), ("ccnot", StandardGates.CCX), ("cv", StandardGates.CSX),
            ("cphaseshift", StandardGates.CP), ("xx", StandardGates.RXX), ("yy", StandardGates.RYY), ("zz", StandardGates.RZZ),
        ]);

    private static readonly FrozenDictionary<string, GateMeaning> Quantinuum = Table(
        "u3 u2 u1 cx id x y z h s sdg t tdg rx ry rz cz cy ch ccx crz cu1 cu3 u0 u p sx sxdg swap cswap crx cry cp csx cu rxx rzz rccx "
        + "rc3x c3x c4x",
        [("c3sqrtx", StandardGates.C3SX), ("U1q", StandardGates.PRX), ("RZZ", StandardGates.RZZ), ("ZZ", StandardGates.ZZ)],
        ("Rxxyyzz", new GateMeaning(Canonical()) { Size = 3 }));

    /// <summary>Every name of every library, for suggestions.</summary>
    internal static IEnumerable<string> AllNames => LegacyQelib1.Keys.Concat(Stdgates.Keys);

    /// <summary>The built-in file of that name, or null.</summary>
    internal static FrozenDictionary<string, GateMeaning>? Find(string file, QasmOptions options) => file switch
    {
        "qelib1.inc" => options.Strict ? Qelib1 : LegacyQelib1,
        "hqslib1.inc" or "hqslib1_dev.inc" when !options.Strict => Quantinuum,
        "stdgates.inc" or "stdgates.qasm" => options.PhaseConvention == QasmPhaseConvention.Qiskit ? StdgatesOfQiskit : Stdgates,
        _ => null,
    };

    /// <summary>What OpenQASM 3 texts without any include may use: the gates of Braket.</summary>
    internal static FrozenDictionary<string, GateMeaning> WithoutInclude => Braket;

    private static Gate Canonical()
    {
        CircuitBuilder builder = Circuit.Builder(2);
        Angle a = builder.Parameter("a"), b = builder.Parameter("b"), c = builder.Parameter("c");
        return Gate.Define("Rxxyyzz", ["a", "b", "c"], builder.RXX(a, 0, 1).RYY(b, 0, 1).RZZ(c, 0, 1).Build());
    }

    private static FrozenDictionary<string, GateMeaning> Table(
        string names, (string Name, Gate Gate)[] renamed, params (string Name, GateMeaning Meaning)[] others)
    {
        var table = new Dictionary<string, GateMeaning>();
        foreach (string name in names.Split(' '))
            table.Add(name, StandardGates.TryFind(name, out Gate? gate)
                ? new GateMeaning(gate)
                : throw new InvalidOperationException($"Bug in QmlBench: library gate '{name}' is not in the catalogue."));
        foreach ((string name, Gate gate) in renamed) table.Add(name, new GateMeaning(gate));
        foreach ((string name, GateMeaning meaning) in others) table.Add(name, meaning);
        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
