using System.Collections.Frozen;

namespace QmlBench.Circuits.OpenQasm.Writing;

/// <summary>The loaders' rules. A loader that lacks something here was seen to refuse it or to read another state.</summary>
internal static class Dialects
{
    private const string Paper = "h x y z s sdg t tdg id rx ry rz u1 u2 u3 cx cy cz ch crz cu1 ccx";
    private const string Standard = "h x y z s sdg t tdg id sx rx ry rz p u1 cx cy cz ch swap crx cry crz cp ccx cswap";

    internal static DialectRules Find(QasmDialect dialect, QasmVersion version) => (dialect, version) switch
    {
        (QasmDialect.Specification, QasmVersion.OpenQasm2) => Version2("OpenQASM 2", Paper + " cu3 u=U") with
        {
            Barriers = true,
            Defines = true,
            Substitutes = false,
        },
        (QasmDialect.Specification, _) => Version3("OpenQASM 3", Standard + " cu") with
        {
            Defines = true,
            Substitutes = false,
            CompensatesU = true,
            GlobalPhase = true,
            Barriers = true,
            Delays = true,
            Physical = true,
            Unicode = true,
            Functions = true,
            Conditions = ConditionStyle.Expression,
        },
        (QasmDialect.Common, QasmVersion.OpenQasm2) =>
            Version2("the common part of OpenQASM 2 loaders", Paper + " cu3") with { Defines = true },
        (QasmDialect.Common, _) =>
            Version3("the common part of OpenQASM 3 loaders", Standard) with { Conditions = ConditionStyle.Statement },
        (QasmDialect.Qiskit, QasmVersion.OpenQasm2) =>
            Version2("Qiskit's OpenQASM 2 loader", Paper + " cu3") with { Barriers = true, Defines = true },
        (QasmDialect.Qiskit, _) => Version3("Qiskit's OpenQASM 3 loader", Standard + " cu") with
        {
            Defines = true,
            GlobalPhase = true,
            Barriers = true,
            Delays = true,
            Physical = true,
            Conditions = ConditionStyle.Nested,
        },
        (QasmDialect.Cirq, QasmVersion.OpenQasm2) => Version2(
            "Cirq's OpenQASM 2 loader", Paper + " cu3 sx sxdg p u swap csx iswap crx cry cp cswap rccx rc3x c3x") with
        { Defines = true },
        (QasmDialect.Cirq, _) =>
            Version3("Cirq's OpenQASM 3 loader", Standard + " sxdg u csx iswap cu1 cu3") with { Conditions = ConditionStyle.Statement },
        (QasmDialect.PennyLane, QasmVersion.OpenQasm2) => Version2(
            "PennyLane's OpenQASM 2 loader", Paper + " sx sxdg p u swap crx cry cp rxx rzz cswap") with
        { Barriers = true },
        (QasmDialect.PennyLane, _) => Version3("PennyLane's OpenQASM 3 loader", Standard + " cu") with
        {
            Include = null,
            Resets = false,
            SingleMeasurements = false,
            Functions = true,
        },
        (QasmDialect.Pytket, QasmVersion.OpenQasm2) => Version2(
            "pytket's OpenQASM 2 loader", Paper + " cu3 sx sxdg p u swap csx cs ecr crx cry cp rxx rzz cu cswap rccx rc3x c3x") with
        {
            Barriers = true,
            Defines = true,
            Parameters = true,
            DeclaresParameters = false,
        },
        (QasmDialect.Braket, QasmVersion.OpenQasm3) => Braket(),
        _ => throw new UnwritableCircuitException(
            dialect == QasmDialect.Pytket ? "pytket reads no OpenQASM 3; write OpenQASM 2."
                : "Braket reads no cx of OpenQASM 2; write OpenQASM 3."),
    };

    private static DialectRules Version2(string name, string gates) =>
        new(name, QasmVersion.OpenQasm2, "qelib1.inc", Own(gates)) { Conditions = ConditionStyle.Statement };

    private static DialectRules Version3(string name, string gates) =>
        new(name, QasmVersion.OpenQasm3, "stdgates.inc", Own(gates)) { Parameters = true };

    private static DialectRules Braket() => new(
        "Braket's loader",
        QasmVersion.OpenQasm3,
        null,
        Own("x y z h s t rx ry rz cy cz swap iswap pswap ecr cswap xy ms gpi gpi2 prx cphaseshift00 cphaseshift01 cphaseshift10 "
            + "id=i sdg=si tdg=ti sx=v sxdg=vi p=phaseshift cx=cnot ccx=ccnot csx=cv cp=cphaseshift rxx=xx ryy=yy rzz=zz"))
    {
        GlobalPhase = true,
        Barriers = true,
        Delays = true,
        Physical = true,
        Parameters = true,
        Functions = true,
    };

    // "name" or "name=name in the text".
    private static FrozenDictionary<string, string> Own(string gates) =>
        gates.Split(' ').Select(gate => gate.Split('=')).ToFrozenDictionary(parts => parts[0], parts => parts[^1], StringComparer.Ordinal);
}
