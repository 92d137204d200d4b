using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Circuits.Observables;
using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Trajectories;

namespace QmlBench.Tests.Simulation.Programs;

/// <summary>An angle that is not finite at a row is refused by every way to run the row.</summary>
public class FiniteAngleTests
{
    private static readonly Angle Inverse = 1.0 / Angle.Parameter(0);
    private static readonly Angle Log = Angle.Apply(AngleFunction.Log, Angle.Parameter(0));

    public static TheoryData<string, double> Ways()
    {
        var ways = new TheoryData<string, double>();
        foreach (string way in new[] { "density", "rows", "records", "gradient", "vector", "vector rows", "trajectories", "shots" })
        {
            ways.Add(way, 0.0);
            ways.Add(way, -1.0);
        }

        return ways;
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_row_is_refused_with_gate_step_parameter_and_value(string way, double value)
    {
        (string gate, string step, string number) = value == 0.0 ? ("rx", "step 0", "∞") : ("ry", "step 1", "NaN");
        NoisyCircuit circuit = NoisyCircuit.Builder(2, 2, ["t", "u"])
            .Gate(StandardGates.RX, [0], [Inverse]).Gate(StandardGates.RY, [1], [Log]).Gate(StandardGates.CX, [0, 1])
            .Measure(0, 0).Measure(1, 1).Build();
        string message = Assert.Throws<ArgumentException>(() => Run(way, circuit, [value, 0.5])).Message;
        Assert.Contains($"Gate {gate} at {step}", message, StringComparison.Ordinal);
        Assert.Contains(number == "∞" ? double.PositiveInfinity.ToString() : number, message, StringComparison.Ordinal);
        Assert.Contains($"t = {value}", message, StringComparison.Ordinal);
        Assert.DoesNotContain("u =", message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void What_is_finite_runs(string way, double value)
    {
        NoisyCircuit circuit = NoisyCircuit.Builder(2, 2, ["t", "u"])
            .Gate(StandardGates.RX, [0], [Inverse]).Gate(StandardGates.RY, [1], [Log]).Measure(0, 0).Build();
        Run(way, circuit, [value + 1.5, 0.5]);
    }

    [Fact]
    public void The_row_that_is_wrong_is_named_among_eight()
    {
        NoisyCircuit circuit = NoisyCircuit.Builder(1, 0, ["t"]).Gate(StandardGates.RX, [0], [Log]).Build();
        var effects = EffectSet.Of([Observable.Parse("Z", 1)], 1);
        double[] rows = [1, 2, 3, 4, 5, -6, 7, 8];
        var problem = Assert.Throws<ArgumentException>(
            () => DensityProgram.Compile(circuit).Expectations(rows, 8, effects, new double[8]));
        Assert.Contains("t = -6", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_derivative_that_is_not_finite_is_refused_though_the_angle_is()
    {
        Angle root = Angle.Apply(AngleFunction.Sqrt, Angle.Parameter(0));
        NoisyCircuit circuit = NoisyCircuit.Builder(1, 0, ["t"]).Gate(StandardGates.RX, [0], [root + 0.3]).Build();
        var problem = Assert.Throws<ArgumentException>(() => Run("gradient", circuit, [0.0]));
        Assert.Contains("derivative by 't'", problem.Message, StringComparison.Ordinal);
        Assert.Contains("step 0", problem.Message, StringComparison.Ordinal);
        Run("gradient", circuit, [0.25]);
    }

    [Fact]
    public void Numbers_of_an_angle_and_parameters_it_reads_are_checked_when_it_is_appended()
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(1, 0, ["t"]);
        Refused(builder, Angle.Affine(0.0, new AffineTerm(0, double.NaN)), "NaN");
        Refused(builder, Angle.Affine(double.PositiveInfinity, new AffineTerm(0, 1.0)), "is t + Infinity; its numbers must be finite");
        Refused(builder, Angle.Apply(AngleFunction.Sin, Angle.Parameter(3)), "parameter 3");
        Refused(builder, Angle.Parameter(0) * Angle.Parameter(2), "parameter 2");
    }

    private static void Refused(NoisyCircuitBuilder builder, Angle angle, string part) => Assert.Contains(
        part, Assert.Throws<ArgumentException>(() => builder.Gate(StandardGates.RX, [0], [angle])).Message, StringComparison.Ordinal);

    private static void Run(string way, NoisyCircuit circuit, double[] row)
    {
        int n = circuit.QubitCount;
        var effects = EffectSet.Of([Observable.Parse(new string('Z', n), n)], n);
        var (value, all) = (new double[1], new double[1 << n]);
        switch (way)
        {
            case "density": DensityProgram.Compile(circuit).Run(row); break;
            case "rows": DensityProgram.Compile(circuit).Expectations(row, 1, effects, value); break;
            case "records": DensityProgram.Compile(circuit).RecordedProbabilities(row, 1, all); break;
            case "gradient":
                DensityProgram.Compile(circuit).Differentiate(row, 1, effects, new[] { 1.0 }, value, new double[row.Length]);
                break;
            case "vector": StateVectorProgram.Compile(circuit).Run(row); break;
            case "vector rows": StateVectorProgram.Compile(circuit).Probabilities(row, 1, all); break;
            case "trajectories":
                TrajectoryProgram.Compile(circuit).Estimate(row, effects, TrajectoryBudget.Fixed(4), StreamKey.Root(1, "t"));
                break;
            default: TrajectoryProgram.Compile(circuit).Sample(row, 4, StreamKey.Root(1, "t")); break;
        }
    }
}
