using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

public sealed class NativeCircuitTests
{
    private static readonly Target Ecr = Target.For(TestDevices.Make(4, "ecr", false, [(0, 1), (1, 2), (3, 2)], (1, 2)));

    [Fact]
    public void LayoutFollowsTheClassicalBitsWhereTheyCoverTheCircuit()
    {
        Circuit circuit = Circuit.Builder(3, 2).Physical().SX(2).RZ(0.2, 1).Measure(2, 0).Measure(1, 1).Build();
        NativeCircuit native = NativeCircuit.AsWritten(circuit, Ecr);
        Assert.Equal([2, 1], native.InitialLayout);
        Assert.Equal(4, native.Circuit.QubitCount);
        Assert.Equal(circuit.Count, native.Circuit.Count);
    }

    [Fact]
    public void LayoutAscendsWhereTheBitsDoNotCoverTheCircuit()
    {
        Circuit circuit = Circuit.Builder(3, 1).Physical().SX(0).SX(2).Measure(2, 0).Build();
        Assert.Equal([0, 2], NativeCircuit.AsWritten(circuit, Ecr).InitialLayout);
    }

    public static TheoryData<string, string> Refused() => new()
    {
        { "h", "Gate 'h' on $0 is not native to device 'test_ecr_4' (native: ecr, rz, sx, x)" },
        { "direction", "only in the order $0, $1" },
        { "dead", "Gate 'ecr' on $1, $2 is out of order" },
        { "missing", "has no site on $0, $3 of device 'test_ecr_4'. From $0 it acts on $1." },
        { "large", "uses device qubit $6, but device 'test_ecr_4' has 4 qubits" }
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void WhatIsNotNativeIsRefusedByName(string fault, string message)
    {
        CircuitBuilder builder = Circuit.Builder(fault == "large" ? 7 : 4).Physical();
        Circuit circuit = (fault switch
        {
            "h" => builder.H(0),
            "direction" => builder.Add(StandardGates.ECR, 1, 0),
            "dead" => builder.Add(StandardGates.ECR, 1, 2),
            "missing" => builder.Add(StandardGates.ECR, 0, 3),
            _ => builder.SX(6)
        }).Build();
        Assert.Contains(message, Assert.Throws<TranspilationException>(() => NativeCircuit.AsWritten(circuit, Ecr)).Message);
    }

    [Fact]
    public void DeadSitesAreTakenWhereTheCallerAllows()
    {
        Circuit circuit = Circuit.Builder(4).Physical().Add(StandardGates.ECR, 1, 2).Build();
        Assert.Equal(1, NativeCircuit.AsWritten(circuit, Ecr, allowDeadSites: true).Circuit.Count);
    }
}
