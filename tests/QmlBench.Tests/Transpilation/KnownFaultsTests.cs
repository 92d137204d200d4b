using System.Globalization;
using QmlBench.Circuits;
using QmlBench.Devices;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

/// <summary>Faults that shipped compilers had, by the number of their report.</summary>
public sealed class KnownFaultsTests
{
    private static readonly StreamKey Key = StreamKey.Root(0, "routing");

    public static TheoryData<int> Efforts => [.. Transpiler.SupportedEfforts];

    /// <summary>
    /// Qiskit #16490, #16732: errors summed in the order of a hash set made two mirror images of equal error change places from run to run.
    /// Here the order in which a device names its couplers and sites is no reason to choose another layout.
    /// </summary>
    [Theory]
    [MemberData(nameof(Efforts))]
    public void MirrorImagesOfEqualErrorAreChosenBetweenByTheirQubits(int effort)
    {
        (int, int)[] line = [.. Enumerable.Range(0, 6).Select(q => (q, q + 1))];
        Circuit circuit = Circuit.Builder(4, 4).H(0).CX(0, 1).CX(1, 2).RZ(0.3, 2).CX(2, 3).CX(1, 2).CX(0, 1).MeasureAll().Build();
        NativeCircuit Compiled(IEnumerable<(int, int)> pairs) =>
            Transpiler.Compile(circuit, Target.For(Uniform(TestDevices.Make(7, "cz", true, pairs))), new(effort, Key), null, default);
        NativeCircuit first = Compiled(line), other = Compiled(line.Reverse());
        Assert.Equal(first.InitialLayout, other.InitialLayout);
        Assert.Equal(first.Circuit.ContentHash, other.Circuit.ContentHash);
    }

    /// <summary>Every site of a kind with the same figures, so that all places differ by their names alone.</summary>
    private static Device Uniform(Device device) => device with
    {
        Qubits = [.. device.Qubits.Select(_ => device.Qubits[0])],
        Gates =
        [
            .. device.Gates.Select(gate => gate.Name is "rz" ? gate : NativeGate.Physical(
                gate.Name, gate.Name is "cz" ? 2 : 1,
                gate.Sites.Select(site => new GateSite(site.Qubits, gate.Name is "cz" ? 0.01 : 3e-4, 1e-7, gate.Name is "cz"))))
        ],
    };

    /// <summary>Qiskit #8087, #12440, #13118: swaps taken out or put in moved qubits, and what was read did not follow.</summary>
    [Theory]
    [MemberData(nameof(Efforts))]
    public void WherePermutationsEndIsSaidAndRead(int effort)
    {
        var target = Target.For(TestDevices.Line(4, "cx"));
        CircuitBuilder builder = Circuit.Builder(4, 4).RY(0.4, 0).RY(0.9, 1).RY(1.7, 2).RY(2.6, 3).Swap(0, 1).CX(1, 3).Swap(1, 2).CX(0, 2)
            .Swap(2, 3);
        Circuit unmeasured = builder.Build(), circuit = builder.MeasureAll().Build();
        NativeCircuit native = Transpiler.Compile(unmeasured, target, new(effort, Key), null, default);
        Assert.InRange(CompiledUnitary.Difference(unmeasured, native), 0, 1e-10);
        NativeCircuit measured = Transpiler.Compile(circuit, target, new(effort, Key), null, default);
        for (int i = 0; i < measured.Circuit.Count; i++)
            if (measured.Circuit[i].Kind == OperationKind.Measure)
                Assert.Equal(measured.FinalLayout[measured.Circuit[i].Clbit], measured.Circuit[i].Qubits[0]);
        Assert.True(measured.Equivalence.Verified);
    }

    /// <summary>Qiskit #7341, #7961: gates close to the identity went, because synthesis was approximate unless told otherwise.</summary>
    [Theory]
    [MemberData(nameof(Efforts))]
    public void SmallAnglesStay(int effort)
    {
        var target = Target.For(TestDevices.Line(3, "cx"));
        CircuitBuilder builder = Circuit.Builder(3).H(0).H(1).H(2);
        for (int i = 1; i <= 12; i++)
            builder.CP(Math.Pow(10, -i / 2.0), i % 2, i % 2 + 1).RY(Math.Pow(10, -i / 2.0), i % 3);
        Circuit circuit = builder.Build();
        NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, default);
        Assert.InRange(CompiledUnitary.Difference(circuit, native), 0, 1e-10);
    }

    /// <summary>tket #2099: a higher level made deeper circuits than the one below it.</summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void MoreEffortIsNotDeeper(int seed)
    {
        var target = Target.For(TestDevices.HeavyHex("cz"));
        Circuit circuit = RandomCircuits.Make(6, 24, 40 + (ulong)seed, 0, gate => gate.QubitCount == 2);
        int[] depths = [.. Transpiler.SupportedEfforts.Select(effort => Transpiler.Compile(
            circuit, target, new(effort, Key, Aim: Aim.Depth), null, default).Facts.After.Depth)];
        Assert.True(depths.Zip(depths.Skip(1)).All(pair => pair.Second <= pair.First), string.Join(", ", depths.Select(
            depth => depth.ToString(CultureInfo.InvariantCulture))));
    }
}
