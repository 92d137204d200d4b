using System.Numerics;
using System.Text.Json;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Learning.FeatureMaps;

namespace QmlBench.Tests.Learning.FeatureMaps;

public sealed class FeatureMapTests
{
    [Fact]
    public void Pauli_maps_are_those_of_qiskit()
    {
        foreach (var c in LearningVectors.Cases("feature_maps_qiskit.json"))
        {
            var map = new PauliFeatureMap(
                [.. c.GetProperty("paulis").EnumerateArray().Select(p => p.GetString()!)],
                c.GetProperty("reps").GetInt32(),
                Enum.Parse<Entanglement>(
                    c.GetProperty("entanglement").GetString()!.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true),
                c.GetProperty("alpha").GetDouble());
            var circuit = map.Build(c.GetProperty("qubits").GetInt32());
            foreach (var count in c.GetProperty("ops").EnumerateObject())
            {
                Assert.True(StandardGates.TryFind(count.Name, out var gate));
                Assert.Equal(count.Value.GetInt32(), circuit.CountOf(gate));
            }

            Check(c, circuit);
        }
    }

    [Fact]
    public void Embeddings_are_those_of_pennylane()
    {
        foreach (var c in LearningVectors.Cases(
            "feature_maps_pennylane.json", c => !Name(c).StartsWith("Amplitude", StringComparison.Ordinal) && IsAllPairs(c)))
        {
            IFeatureMap map = Name(c) switch
            {
                "IQPEmbedding" => new IqpEmbedding(c.GetProperty("n_repeats").GetInt32()),
                "IQPEmbedding_zz_first_repeat_only" => new IqpEmbedding(c.GetProperty("n_repeats").GetInt32(), PairsInFirstOnly: true),
                "AngleEmbedding" => new AngleEmbedding(c.GetProperty("rotation").GetString()![0]),
                var other => throw new InvalidOperationException($"The file holds the map '{other}', which no test knows."),
            };
            Check(c, map.Build(c.GetProperty("qubits").GetInt32()));
        }
    }

    /// <summary>One qubit, one repetition: p(2x)·h|0⟩ = (|0⟩ + e^{2ix}|1⟩)/√2.</summary>
    [Fact]
    public void The_zz_map_of_one_feature_is_a_phase()
    {
        var state = State(PauliFeatureMap.Zz(1).Build(1), [0.3]);
        Assert.Equal(0, Complex.Abs((state[1] / state[0]) - new Complex(Math.Cos(0.6), Math.Sin(0.6))), 1e-15);
    }

    [Fact]
    public void Blocks_come_in_qiskits_order()
    {
        Assert.Equal(["2,0", "0,1", "1,2"], Blocks(Entanglement.Circular, 3));
        Assert.Equal(["1,2", "0,1"], Blocks(Entanglement.ReverseLinear, 3));
        Assert.Equal(["0,1", "0,2", "1,2"], Blocks(Entanglement.Full, 3));
        Assert.Equal(["0,1"], Blocks(Entanglement.Circular, 2));
        Assert.Empty(Blocks(Entanglement.Linear, 1));
    }

    [Fact]
    public void Maps_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new PauliFeatureMap(["ZQ"], 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IqpEmbedding(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new AngleEmbedding('W'));
        Assert.Throws<ArgumentOutOfRangeException>(() => new IqpEmbedding(1).Build(0));
    }

    private static string[] Blocks(Entanglement entanglement, int qubits) =>
        [.. EntanglementBlocks.Of(entanglement, qubits, 2).Select(block => string.Join(',', block))];

    private static void Check(JsonElement c, Circuit circuit)
    {
        var rows = c.GetProperty("x").EnumerateArray().Select(LearningVectors.Doubles).ToArray();
        var states = rows.Select(row => State(circuit, row)).ToArray();
        var wanted = LearningVectors.Ints(c.GetProperty("state_rows"));
        for (var k = 0; k < wanted.Length; k++)
        {
            var amplitudes = c.GetProperty("states")[k].EnumerateArray();
            var expected = amplitudes.Select(a => new Complex(a[0].GetDouble(), a[1].GetDouble())).ToArray();
            Assert.Equal(1, Overlap(expected, states[wanted[k]]), 1e-12);
        }

        for (var i = 0; i < rows.Length; i++)
        {
            for (var j = 0; j < rows.Length; j++)
                LearningVectors.Close(
                    c.GetProperty("kernel")[i][j].GetDouble(), Overlap(states[i], states[j]), 1e-12, $"{LearningVectors.Id(c)} K[{i},{j}]");
        }
    }

    private static Complex[] State(Circuit circuit, double[] x)
    {
        var unitary = circuit.Unitary(x);
        return [.. Enumerable.Range(0, unitary.Rows).Select(row => unitary[row, 0])];
    }

    private static double Overlap(Complex[] a, Complex[] b)
    {
        var inner = a.Zip(b, (left, right) => Complex.Conjugate(left) * right).Aggregate(Complex.Zero, (sum, term) => sum + term);
        return (inner.Real * inner.Real) + (inner.Imaginary * inner.Imaginary);
    }

    private static string Name(JsonElement c) => c.GetProperty("map").GetString()!;

    // A list of chosen pairs is a pattern this product does not offer.
    private static bool IsAllPairs(JsonElement c) =>
        !c.TryGetProperty("pattern", out var pattern) || pattern.ValueKind == JsonValueKind.String;
}
