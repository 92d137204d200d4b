using System.Text.Json;
using CsCheck;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.ZeroNoise;
using QmlBench.Numerics.Algebra;
using QmlBench.Transpilation;

namespace QmlBench.Tests.Mitigation.ZeroNoise;

public class FoldingTests
{
    private static readonly Target Manila = Target.For(ShippedDevices.Load("ibm_manila_2024-05-27"));

    [Fact]
    public void Counts_agree_with_the_published_rule()
    {
        int compared = 0;
        foreach (JsonElement vector in Vectors.Facts("fold-count"))
        {
            if (!vector.GetProperty("expected").TryGetProperty("fold_global", out JsonElement total)) continue;
            JsonElement inputs = vector.GetProperty("inputs");
            FoldCount count = FoldCount.For(inputs.GetProperty("n").GetInt32(), inputs.GetProperty("scale").GetDouble());
            Assert.Equal(total.GetInt32(), count.Total);
            compared++;
        }

        Assert.True(compared >= 20, $"only {compared} records");
    }

    [Theory]
    [InlineData(FoldMethod.Global)]
    [InlineData(FoldMethod.Local)]
    [InlineData(FoldMethod.TwoQubit)]
    public void Folding_keeps_the_unitary_and_reaches_its_count(FoldMethod method) => Property.Holds(
        Gen.Select(Gen.Int[0, 5].List[1, 14], Gen.Double[1, 6]),
        drawn =>
        {
            Circuit circuit = Random(drawn.Item1);
            var folding = new Folding(NativeCircuit.AsWritten(circuit, Manila), Manila, method);
            FoldedCircuit folded = folding.Fold(drawn.Item2);
            Assert.Equal(FoldCount.For(folding.GateCount, drawn.Item2), folded.Count);
            Assert.Equal(folded.Count.Total, Physical(folded.Native.Circuit, method));
            AssertSameUpToPhase(NativeCircuit.AsWritten(circuit, Manila).Circuit, folded.Native.Circuit);
            // Everything in the folded circuit is native, so it can be adopted.
            NativeCircuit.AsWritten(folded.Native.Circuit, Manila);
        },
        count: 40);

    [Fact]
    public void Factor_one_is_the_native_circuit_itself()
    {
        NativeCircuit native = NativeCircuit.AsWritten(Random([0, 1, 2, 3, 4]), Manila);
        Assert.Same(native, new Folding(native, Manila, FoldMethod.Global).Fold(1).Native);
    }

    [Fact]
    public void Virtual_gates_are_not_counted()
    {
        NativeCircuit native = NativeCircuit.AsWritten(
            Circuit.Builder(2).Physical().RZ(0.3, 0).SX(0).RZ(0.1, 0).CX(0, 1).RZ(0.2, 1).Build(), Manila);
        Assert.Equal(2, new Folding(native, Manila, FoldMethod.Local).GateCount);
        Assert.Equal(1, new Folding(native, Manila, FoldMethod.TwoQubit).GateCount);
        Assert.Equal(2.0, new Folding(native, Manila, FoldMethod.Global).Fold(2).Count.Factor);
    }

    [Fact]
    public void Barriers_stay_and_measurements_come_last()
    {
        Circuit circuit = Circuit.Builder(2, 2).Physical().SX(0).Barrier(0, 1).CX(0, 1).Measure(0, 0).Measure(1, 1).Build();
        NativeCircuit native = NativeCircuit.AsWritten(circuit, Manila);
        Circuit local = new Folding(native, Manila, FoldMethod.Local).Fold(3).Native.Circuit;
        Assert.Equal(["sx", "rz", "sx", "rz", "sx", "Barrier", "cx", "cx", "cx", "Measure", "Measure"], Words(local));
        Circuit global = new Folding(native, Manila, FoldMethod.Global).Fold(3).Native.Circuit;
        Assert.Equal(
            ["sx", "Barrier", "cx", "cx", "Barrier", "rz", "sx", "rz", "sx", "Barrier", "cx", "Measure", "Measure"], Words(global));
    }

    [Fact]
    public void Extra_folds_of_a_global_factor_go_to_the_last_gates()
    {
        NativeCircuit native = NativeCircuit.AsWritten(Circuit.Builder(3).Physical().X(0).CX(0, 1).CX(1, 2).X(2).Build(), Manila);
        Circuit folded = new Folding(native, Manila, FoldMethod.Global).Fold(2).Native.Circuit;
        Assert.Equal(["x", "cx", "cx", "x", "x", "cx", "cx", "x"], Words(folded));
    }

    [Fact]
    public void Extra_folds_gate_by_gate_are_spread()
    {
        var count = FoldCount.For(4, 2);
        Assert.Equal([0, 1, 0, 1], Enumerable.Range(0, 4).Select(count.SpreadOver));
        Assert.All(Enumerable.Range(0, 50), n => Assert.Equal(
            FoldCount.For(n + 1, 3.3).Total,
            Enumerable.Range(0, n + 1).Sum(gate => 1 + (2 * FoldCount.For(n + 1, 3.3).SpreadOver(gate)))));
    }

    [Fact]
    public void Delays_resets_and_measurements_in_the_middle_are_refused()
    {
        Circuit[] circuits =
        [
            Circuit.Builder(1).Physical().SX(0).Delay(new DelayTime(1e-6, DelayUnit.Seconds), 0).Build(),
            Circuit.Builder(1).Physical().SX(0).Reset(0).Build(),
            Circuit.Builder(1, 1).Physical().SX(0).Measure(0, 0).SX(0).Build(),
        ];
        foreach (Circuit circuit in circuits)
        {
            NativeCircuit native = NativeCircuit.AsWritten(circuit, Manila);
            Assert.Contains("folded", Assert.Throws<ExecutionRefusedException>(
                () => new Folding(native, Manila, FoldMethod.Global)).Message);
        }
    }

    private static string[] Words(Circuit circuit)
    {
        var words = new string[circuit.Count];
        for (int i = 0; i < words.Length; i++)
            words[i] = circuit[i].Kind == OperationKind.Gate ? circuit[i].Gate.Name : circuit[i].Kind.ToString();
        return words;
    }

    private static Circuit Random(List<int> kinds)
    {
        CircuitBuilder builder = Circuit.Builder(3).Physical();
        for (int i = 0; i < kinds.Count; i++)
        {
            int qubit = i % 3;
            _ = kinds[i] switch
            {
                0 => builder.SX(qubit),
                1 => builder.X(qubit),
                2 => builder.RZ(0.37 * (i + 1), qubit),
                3 => builder.CX(i % 2, (i % 2) + 1),
                4 => builder.CX((i % 2) + 1, i % 2),
                _ => builder.Barrier(0, 1, 2),
            };
        }

        return builder.SX(0).CX(0, 1).Build();
    }

    private static int Physical(Circuit circuit, FoldMethod method)
    {
        int count = 0;
        for (int i = 0; i < circuit.Count; i++)
            if (circuit[i].Kind == OperationKind.Gate && !circuit[i].Is(StandardGates.RZ)
                && (method != FoldMethod.TwoQubit || circuit[i].Qubits.Length == 2)) count++;
        return count;
    }

    private static void AssertSameUpToPhase(Circuit expected, Circuit actual)
    {
        ComplexMatrix one = expected.Unitary([]), other = actual.Unitary([]);
        System.Numerics.Complex overlap = 0;
        for (int row = 0; row < one.Rows; row++)
            for (int column = 0; column < one.Columns; column++)
                overlap += System.Numerics.Complex.Conjugate(one[row, column]) * other[row, column];
        Assert.Equal(1.0, overlap.Magnitude / one.Rows, 1e-10);
    }
}
