using CsCheck;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Tests.Circuits;

public sealed class CircuitTests
{
    [Fact]
    public void Inverse_undoes_the_circuit() => Property.Holds(RandomCircuits.Unitary, circuit =>
        AssertNear(ComplexMatrix.Identity(1 << circuit.QubitCount), circuit.Then(circuit.Inverse()).Unitary([]), 1e-12), 40);

    [Fact]
    public void Unitary_agrees_with_the_naive_simulator() => Property.Holds(RandomCircuits.Unitary, circuit =>
    {
        ComplexMatrix unitary = circuit.Unitary([]);
        System.Numerics.Complex[] state = NaiveSimulator.State(circuit);
        for (int row = 0; row < state.Length; row++) Assert.True((state[row] - unitary[row, 0]).Magnitude < 1e-13);
    }, 40);

    [Fact]
    public void Expanding_to_the_primitives_keeps_the_matrix() => Property.Holds(RandomCircuits.Unitary, circuit =>
    {
        Circuit expanded = circuit.Expand(_ => false);
        for (int i = 0; i < expanded.Count; i++) Assert.True(expanded[i].Is(StandardGates.U) || expanded[i].Is(StandardGates.CX));
        AssertNear(circuit.Unitary([]), expanded.Unitary([]), 1e-12);
        Assert.Equal(circuit, circuit.ExpandDefined());
    }, 40);

    [Fact]
    public void Composition_multiplies_matrices_and_merges_parameters_by_name()
    {
        CircuitBuilder first = Circuit.Builder(2), second = Circuit.Builder(2);
        Circuit a = first.RX(first.Parameter("x"), 0).RY(first.Parameter("y"), 1).Build();
        Circuit b = second.RZ(second.Parameter("y"), 0).CX(0, 1).RX(second.Parameter("z"), 1).Build();
        Circuit both = a.Then(b, [1, 0]);
        Assert.Equal(["x", "y", "z"], both.Parameters);
        AssertNear(b.MapQubits([1, 0], 2).Unitary([0.2, 0.3]) * a.Unitary([0.1, 0.2]), both.Unitary([0.1, 0.2, 0.3]), 1e-15);
    }

    [Fact]
    public void Binding_gives_the_values_of_the_expressions()
    {
        CircuitBuilder builder = Circuit.Builder(1);
        Angle x = builder.Parameter("x"), y = builder.Parameter("y");
        Circuit circuit = builder.RX(x * y, 0).RZ(2 * x - y, 0).GlobalPhase(y).Build();
        Circuit bound = circuit.Bind([0.5, 3.0]);
        Assert.Empty(bound.Parameters);
        Assert.Equal((1.5, -2.0, 3.0), (bound[0].Angles[0].Constant, bound[1].Angles[0].Constant, bound.GlobalPhase.Constant));
        Circuit half = circuit.BindSome(new Dictionary<string, double> { ["x"] = 0.5 });
        Assert.Equal(["y"], half.Parameters);
        Assert.Equal(bound, half.Bind([3.0]));
        Assert.Throws<ArgumentException>(() => circuit.BindSome(new Dictionary<string, double> { ["w"] = 1 }));
        Assert.Throws<ArgumentException>(() => circuit.Bind([1.0]));
    }

    [Fact]
    public void Equal_content_has_an_equal_hash_and_any_change_another()
    {
        Circuit Make(Action<CircuitBuilder>? change = null)
        {
            CircuitBuilder builder = Circuit.Builder(2, 1).H(0).RZ(0.5, 1).CX(0, 1);
            change?.Invoke(builder);
            return builder.Measure(1, 0).Build();
        }

        Circuit circuit = Make();
        Assert.Equal(64, circuit.ContentHash.Length);
        Assert.Equal(circuit.ContentHash, Make().ContentHash);
        Circuit[] others =
        [
            Make(b => b.X(0)), Make(b => b.GlobalPhase(0.1)), Make(b => b.Parameter("t")), Make(b => b.Barrier()),
            Make(b => b.Add(StandardGates.X, [], [0], Condition.Bit(0))), Make(b => b.Delay(DelayTime.Dt(1), 0)), Make(b => b.Physical()),
            Circuit.Builder(2, 1).H(0).RZ(-0.5, 1).CX(0, 1).Measure(1, 0).Build(),
                Circuit.Builder(3, 1).H(0).RZ(0.5, 1).CX(0, 1).Measure(1, 0).Build(),
        ];
        Assert.Equal(others.Length + 1, others.Append(circuit).Select(other => other.ContentHash).Distinct().Count());
    }

    // A fixed value: the hash is a stored key and must not drift.
    [Fact]
    public void Hash_of_a_bell_pair_is_the_one_stored() =>
        Assert.Equal("fbf728b02cbb413e94068287ae77b1ce4882a1fb46d6e98790efdc2c1537d7c4",
            Circuit.Builder(2).H(0).CX(0, 1).Build().ContentHash);

    [Fact]
    public void Final_measurements_go_and_others_stay()
    {
        Circuit circuit = Circuit.Builder(3, 3).H(0).Measure(0, 0).X(0).Measure(0, 1).Measure(1, 2).Barrier().Build();
        Circuit stripped = circuit.WithoutFinalMeasurements();
        Assert.Equal(1, stripped.CountOf(OperationKind.Measure));
        Assert.True(stripped.HasMidCircuit);
        Assert.False(Circuit.Builder(2, 2).H(0).Measure(0, 0).Measure(1, 1).Build().HasMidCircuit);
        Assert.Equal(3, stripped.ClbitCount);
    }

    [Fact]
    public void Wires_link_each_operand_to_its_neighbours() => Property.Holds(RandomCircuits.Any, circuit =>
    {
        WireIndex wires = circuit.Wires;
        for (int i = 0; i < circuit.Count; i++)
            for (int k = 0; k < wires.Operands(i).Length; k++)
            {
                int wire = wires.Operands(i)[k];
                int expected = -1;
                for (int j = i + 1; j < circuit.Count && expected < 0; j++)
                    if (wires.Operands(j).Contains(wire)) expected = j;
                Assert.Equal(expected, wires.Next(i, k));
                if (expected >= 0) Assert.Equal(i, wires.Previous(expected, wires.Operands(expected).IndexOf(wire)));
                else Assert.Equal(i, wires.Last(wire));
            }
    }, 50);

    [Fact]
    public void Depth_counts_chains()
    {
        Circuit circuit = Circuit.Builder(3, 1).H(0).H(1).CX(0, 1).Barrier().H(2).CX(1, 2).Measure(2, 0).Build();
        Assert.Equal(5, circuit.Depth());
        Assert.Equal(2, circuit.Depth(2));
        Assert.Equal((2, 3), (circuit.TwoQubitGateCount, circuit.OneQubitGateCount));
    }

    [Fact]
    public void Wrong_operands_are_refused()
    {
        CircuitBuilder builder = Circuit.Builder(2, 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.X(2));
        Assert.Throws<ArgumentException>(() => builder.CX(1, 1));
        Assert.Throws<ArgumentException>(() => builder.Add(StandardGates.RX, [], [0]));
        Assert.Throws<ArgumentException>(() => builder.RX(Angle.Parameter(0), 0));
        Assert.Throws<ArgumentException>(() => builder.RX(double.NaN, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Measure(0, 1));
        Assert.Throws<ArgumentException>(() => builder.Delay(DelayTime.Seconds(-1), 0));
        Assert.Equal(0, builder.Count);
        Assert.Throws<InvalidOperationException>(() => Circuit.Builder(1, 1).Measure(0, 0).Build().Inverse());
    }

    [Fact]
    public void Defined_gates_are_equal_by_name_and_body()
    {
        Gate Make(string name, string parameter, double angle)
        {
            CircuitBuilder builder = Circuit.Builder(1);
            return Gate.Define(name, [parameter], builder.RX(builder.Parameter(parameter), 0).RZ(angle, 0).Build());
        }

        Assert.Equal(Make("g", "a", 1), Make("g", "b", 1));
        Assert.NotEqual(Make("g", "a", 1), Make("g", "a", 2));
        Assert.NotEqual(Make("g", "a", 1), Make("h", "a", 1));
        Gate gate = Make("g", "a", 1);
        AssertNear(StandardGates.RZ.Matrix([1.0]) * StandardGates.RX.Matrix([0.3]), gate.Matrix([0.3]), 1e-15);
        (Gate inverse, Angle[] angles) = gate.Inverse([0.3]);
        AssertNear(ComplexMatrix.Identity(2), inverse.Matrix([angles[0].Constant]) * gate.Matrix([0.3]), 1e-15);
        Assert.Throws<ArgumentException>(() => Gate.Define("m", [], Circuit.Builder(1, 1).Measure(0, 0).Build()));
    }

    private static void AssertNear(ComplexMatrix expected, ComplexMatrix actual, double tolerance) =>
        Assert.True(ComplexMatrix.MaxAbsDifference(expected, actual) <= tolerance, $"expected\n{expected}\nactual\n{actual}");
}
