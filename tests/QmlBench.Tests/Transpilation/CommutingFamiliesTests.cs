using QmlBench.Circuits;
using QmlBench.Numerics.Randomness;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Transpilation;

/// <summary>
/// Families whose blocks commute, written in random orders: never more two-qubit gates than in the best order, and the same unitary.
/// </summary>
/// <remarks>
/// References. Any pair coupled: 2 per rotation about ZZ, however often it occurs in a layer. All pairs of n qubits on a line: the swap network
/// (Kivlichan et al., Phys. Rev. Lett. 120, 110501), 3 per pair, as a rotation and a swap are one block. A path on a line: no swap, 2 per edge.
/// </remarks>
public sealed class CommutingFamiliesTests
{
    private static readonly StreamKey Key = StreamKey.Root(0, "routing");

    public static TheoryData<string, string, int> Cases()
    {
        var data = new TheoryData<string, string, int>();
        foreach (string family in (string[])["iqp", "qaoa", "zz map"])
            foreach (string device in (string[])["all", "line", "path"])
                foreach (int qubits in (int[])[3, 4, 5])
                    data.Add(family, device, qubits);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void OrderCostsNothing(string family, string device, int qubits)
    {
        var target = Target.For(device == "all" ? TestDevices.AllToAll(qubits, "cz") : TestDevices.Line(qubits, "cz"));
        (int, int)[] edges = [.. from a in Enumerable.Range(0, qubits) from b in Enumerable.Range(a + 1, qubits - a - 1)
            where device != "path" || b == a + 1 select (a, b)];
        for (ulong seed = 0; seed < 4; seed++)
        {
            RandomStream stream = StreamKey.Root(seed, family).Derive(device, qubits).Open();
            int layers = family == "iqp" ? 1 : 2;
            Circuit circuit = Make(family, qubits, layers, edges, stream);
            NativeCircuit native = Transpiler.Compile(circuit, target, new(2, Key), null, CancellationToken.None);
            int reference = layers * edges.Length * (device == "line" ? 3 : 2);
            Assert.InRange(native.Facts.After.TwoQubitGates, 1, reference);
            Assert.InRange(CompiledUnitary.Difference(circuit, native), 0, 1e-9);
        }
    }

    /// <summary>A parameter in every rotation: the order is as free, and the counts are the same.</summary>
    [Theory]
    [InlineData("all", 2)]
    [InlineData("line", 3)]
    public void SymbolsHaveTheSameFreedom(string device, int perPair)
    {
        var target = Target.For(device == "all" ? TestDevices.AllToAll(4, "cz") : TestDevices.Line(4, "cz"));
        for (ulong seed = 0; seed < 4; seed++)
        {
            RandomStream stream = StreamKey.Root(seed, "symbols").Open();
            CircuitBuilder builder = Circuit.Builder(4);
            Angle theta = builder.Parameter("t");
            (int A, int B)[] pairs = [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)];
            foreach (int k in stream.Permutation(6))
                builder.RZZ((k + 1) * theta, pairs[k].A, pairs[k].B);
            foreach (int k in stream.Permutation(6))
                builder.RZZ(0.3 * theta, pairs[k].B, pairs[k].A);
            Circuit circuit = builder.Build();
            NativeCircuit native = Transpiler.Compile(circuit, target, new(2, Key), null, CancellationToken.None);
            Assert.InRange(native.Facts.After.TwoQubitGates, 1, 6 * perPair);
            Assert.InRange(CompiledUnitary.Difference(circuit, native, 0.7), 0, 1e-9);
        }
    }

    private static Circuit Make(string family, int qubits, int layers, (int A, int B)[] edges, RandomStream stream)
    {
        CircuitBuilder builder = Circuit.Builder(qubits);
        for (int q = 0; q < qubits; q++)
            builder.H(q);
        for (int layer = 0; layer < layers; layer++)
        {
            // Every rotation comes in two parts, so that the layer must be brought together.
            for (int part = 0; part < 2; part++)
                foreach (int k in stream.Permutation(edges.Length))
                    Rotation(builder, family, edges[k], 2 * stream.NextDouble() - 1);
            for (int q = 0; q < qubits; q++)
                if (family == "qaoa")
                    builder.RX(0.4 + layer, q);
                else
                    builder.H(q).P(stream.NextDouble(), q);
        }
        return builder.Build();
    }

    private static void Rotation(CircuitBuilder builder, string family, (int A, int B) edge, double angle)
    {
        if (family == "iqp")
            builder.CP(angle, edge.A, edge.B);
        else if (family == "qaoa")
            builder.RZZ(angle, edge.A, edge.B);
        else
            builder.CX(edge.A, edge.B).P(angle, edge.B).CX(edge.A, edge.B);
    }
}
