using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation.Verification;

/// <summary>Every compile is verified, whatever the effort and the size.</summary>
public sealed class VerifiedCompilesTests
{
    private static readonly StreamKey Key = StreamKey.Root(0, "routing");

    /// <summary>The trivial layout of effort 0 spreads nine qubits over more than states are kept for.</summary>
    [Theory]
    [InlineData("ibm_guadalupe_2021-04-20", 0)]
    [InlineData("ibm_guadalupe_2021-04-20", 1)]
    [InlineData("ibm_guadalupe_2021-04-20", 2)]
    [InlineData("ibm_hanoi_2024-05-27", 0)]
    [InlineData("ibm_sherbrooke_2025-02-26", 0)]
    [InlineData("google_weber_2021-11-03", 0)]
    [InlineData("quantinuum_h2-1_spec", 0)]
    public void CircuitsOfTheCatalogue(string device, int effort)
    {
        var target = Target.For(new DeviceLibrary(Path.Combine(RepositoryRoot.Path, "devices")).Load(device, 1));
        string[] files = SharedData.Files(Path.Combine("circuits", "qml"), "*.qasm");
        Assert.True(files.Length >= 10, $"only {files.Length} circuits");
        foreach (string file in files)
        {
            Circuit circuit = QasmReader.ReadOrThrow(SourceText.FromFile(file));
            Equivalence found = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None).Equivalence;
            Assert.True(found.Verified, $"{file}: {found.Method}");
        }
    }

    [Theory]
    [InlineData("cz", 0)]
    [InlineData("cz", 1)]
    [InlineData("cz", 2)]
    [InlineData("cz", 3)]
    [InlineData("ms", 0)]
    [InlineData("ms", 2)]
    [InlineData("prx", 2)]
    public void LargeCircuitsThatMeasureInTheMiddle(string technology, int effort)
    {
        var target = Target.For(technology switch
        {
            "ms" => TestDevices.AllToAll(26, "ms", "gpi2", "gpi"),
            "prx" => TestDevices.Line(26, "cz", true, "prx"),
            _ => TestDevices.Grid(6, "cz")
        });
        for (ulong seed = 0; seed < (effort == 3 ? 1ul : 3ul); seed++)
        {
            Circuit circuit = Dynamic(24, 60, seed);
            Equivalence found = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None).Equivalence;
            Assert.True(found.Verified, found.Method);
            Assert.Contains("cancels", found.Method);
        }
    }

    /// <summary>What follows a measurement may cancel, so that it is last in the compiled circuit alone.</summary>
    [Fact]
    public void MeasurementsThatBecomeFinal()
    {
        var target = Target.For(TestDevices.Line(3, "cx"));
        Circuit circuit = Circuit.Builder(2, 2).H(0).CX(0, 1).Measure(0, 0).X(0).X(0).Measure(1, 1).Build();
        foreach (int effort in Transpiler.SupportedEfforts)
        {
            NativeCircuit native = Transpiler.Compile(circuit, target, new(effort, Key), null, CancellationToken.None);
            Assert.True(native.Equivalence.Verified, native.Equivalence.Method);
            Assert.Equal(2, native.Circuit.CountOf(OperationKind.Measure));
        }
    }

    /// <summary>Gates of one and two qubits, measurements, resets and gates under conditions in random order.</summary>
    internal static Circuit Dynamic(int qubits, int operations, ulong seed)
    {
        RandomStream stream = StreamKey.Root(seed, "dynamic circuit").Open();
        Gate[] pool = [.. StandardGates.All.Where(gate => gate.QubitCount is 1 or 2)];
        CircuitBuilder builder = Circuit.Builder(qubits, 4);
        for (int i = 0; i < operations; i++)
        {
            int[] places = stream.Permutation(qubits)[..2];
            Gate gate = pool[stream.NextInt(pool.Length)];
            Angle[] angles = [.. Enumerable.Range(0, gate.ParameterCount).Select(_ => (Angle)(6 * stream.NextDouble() - 3))];
            Condition? condition = stream.NextInt(3) == 0 ? Condition.Bit(stream.NextInt(4), stream.NextInt(2) == 0) : null;
            switch (stream.NextInt(8))
            {
                case 0: builder.Measure(places[0], stream.NextInt(4), condition); break;
                case 1: builder.Reset(places[0], condition); break;
                default: builder.Add(gate, angles, places.AsSpan(0, gate.QubitCount), condition); break;
            }
        }
        return builder.Build();
    }
}
