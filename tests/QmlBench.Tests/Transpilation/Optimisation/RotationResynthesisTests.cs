using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Randomness;
using QmlBench.Tests.Transpilation.Synthesis;
using QmlBench.Transpilation.Flows;
using QmlBench.Transpilation.Optimisation;
using QmlBench.Transpilation.Routing;
using QmlBench.Transpilation.Synthesis;
using QmlBench.Transpilation.Verification;

namespace QmlBench.Tests.Transpilation.Optimisation;

public sealed class RotationResynthesisTests
{
    private static readonly SearchWeights[] Weights = [new(4, 600, 300)];

    /// <summary>The unitary stays, its phase included, whatever the size of the stretches; symbols at random values.</summary>
    [Theory]
    [InlineData(3, 0)]
    [InlineData(3, 3)]
    [InlineData(5, 0)]
    [InlineData(5, 3)]
    public void UnitariesStayWithTheirPhase(int size, int parameters)
    {
        double[] values = [0.4, -1.3, 2.2];
        for (ulong seed = 0; seed < 8; seed++)
        {
            Circuit circuit = RandomCircuits.Make(5, 14, 500 + seed, parameters, gate => gate.QubitCount <= 3);
            Flow flow = Lowering.Run(circuit, _ => false);
            Flow written = new RotationResynthesis(null, Weights, 100).Run(flow, size);
            AssertSame(flow, written, values[..parameters]);
        }
    }

    [Fact]
    public void OnADeviceOnlyCoupledWiresMeetAndWiresStay()
    {
        CouplingGraph line = new(4, [(0, 1), (1, 2), (2, 3)]);
        RandomStream stream = StreamKey.Root(44, "resynthesis").Open();
        bool saved = false;
        for (int i = 0; i < 12; i++)
        {
            Flow flow = Of(4, StepUnitary.Random(4, 30, stream, 0.1, line.Adjacent));
            Flow written = new RotationResynthesis(line, Weights, 100).Run(flow, 4);
            AssertSame(flow, written);
            Assert.All(written.Steps.Where(s => s.IsPair), s => Assert.True(line.Adjacent(s.Qubits[0], s.Qubits[1])));
            Assert.Equal(flow.Ends, written.Ends);
            int before = Simplification.Run(flow).TwoQubitCost, after = Simplification.Run(written).TwoQubitCost;
            saved |= after < before;
            Assert.True(after <= flow.TwoQubitCost);
        }
        Assert.True(saved, "no stretch was written anew");
    }

    /// <summary>What cannot be moved to the first step of a stretch is not taken: measurements, conditions, steps behind them.</summary>
    [Fact]
    public void MeasurementsAndConditionsStayWhereTheyAre()
    {
        Circuit circuit = Circuit.Builder(3, 1).CX(0, 1).CX(1, 2).CX(0, 1).Measure(1, 0).CX(0, 1).CX(1, 2).CX(0, 2)
            .Add(StandardGates.X, [], [2], Condition.Bit(0)).CX(0, 2).Build();
        Flow flow = Lowering.Run(circuit, _ => false);
        Flow written = new RotationResynthesis(null, Weights, 100).Run(flow, 3);
        int Place(Flow one) => Array.FindIndex(one.Steps, s => s is FixedStep);
        Assert.All(written.Steps.Take(Place(written)), s => Assert.True(s.IsFree));
        Assert.Equal(1, written.Steps.Count(s => s.Condition is not null));
        Assert.True(Array.FindIndex(written.Steps, s => s.Condition is not null) > Place(written));
    }

    [Fact]
    public void ABudgetOfNoneLeavesAllAsItIs()
    {
        Flow flow = Of(3, StepUnitary.Random(3, 30, StreamKey.Root(45, "resynthesis").Open(), 0));
        Assert.Equal(flow.Steps, new RotationResynthesis(null, Weights, 0).Run(flow, 3).Steps);
    }

    [Fact]
    public void StepsThatDifferAreABug()
    {
        List<Step> one = [new PairStep([0, 1], Matrix4.CX01)], two = [new PairStep([0, 1], Matrix4.CX10)];
        Circuit source = Circuit.Builder(2).Build();
        Assert.Equal(0, StretchCheck.Phase(source, 2, one, one), 12);
        Assert.StartsWith("Bug in QmlBench",
            Assert.Throws<InvalidOperationException>(() => StretchCheck.Phase(source, 2, one, two)).Message, StringComparison.Ordinal);
    }

    /// <summary>Steps that a stretch leaves out can all stand after it.</summary>
    [Fact]
    public void StretchesCanBeBroughtTogether()
    {
        RandomStream stream = StreamKey.Root(46, "stretches").Open();
        for (int i = 0; i < 30; i++)
        {
            Flow flow = Of(5, StepUnitary.Random(5, 25, stream, 0.5));
            int start = Array.FindIndex(flow.Steps, s => s.IsPair);
            Stretch stretch = Stretch.Collect(flow, start, new bool[flow.Steps.Length], 3);
            Assert.True(stretch.Wires.Count <= 3);
            IEnumerable<int> rest = Enumerable.Range(start, flow.Steps.Length - start).Except(stretch.Indices);
            Step[] moved = [.. flow.Steps.Take(start), .. stretch.Indices.Concat(rest).Select(k => flow.Steps[k])];
            AssertSame(flow, flow with { Steps = moved });
        }
    }

    private static Flow Of(int wires, List<Step> steps) =>
        new(Circuit.Builder(wires).Build(), wires, [.. steps], 0, [.. Enumerable.Range(0, wires)], []);

    private static void AssertSame(Flow flow, Flow written, params double[] values)
    {
        var phase = Matrix2.RZ(-2 * (written.Phase.Evaluate(values) - flow.Phase.Evaluate(values))).M00;
        var expected = StepUnitary.Of(flow.WireCount, flow.Steps, values);
        var found = StepUnitary.Of(flow.WireCount, written.Steps, values);
        double worst = expected.Zip(found).Max(c => c.First.Zip(c.Second).Max(e => (e.First - phase * e.Second).Magnitude));
        Assert.InRange(worst, 0, 1e-9);
    }
}
