using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;

namespace QmlBench.Tests.Simulation.Noisy;

public class NoisyCircuitBuilderTests
{
    [Fact]
    public void What_does_not_fit_is_refused_by_name()
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(2, 1, ["a"]);
        Refused("twice", () => builder.Gate(StandardGates.CX, [1, 1]));
        Refused("qubit 2", () => builder.Gate(StandardGates.H, [2]));
        Refused("acts on 2 qubits", () => builder.Gate(StandardGates.CX, [0]));
        Refused("takes 1 angles", () => builder.Gate(StandardGates.RX, [0]));
        Refused("NaN", () => builder.Gate(StandardGates.RX, [0], [double.NaN]));
        Refused("parameter 1", () => builder.Gate(StandardGates.RX, [0], [Angle.Parameter(1)]));
        Refused("bit 1 does not exist", () => builder.Measure(0, 1));
        Refused("classical bit 3", () => builder.Reset(0, Condition.Bit(3)));
        Refused("acts on 2 qubits", () => builder.Channel(StandardChannels.Depolarizing(0.1, 2), [0]));
        Refused("keeps the trace", () => builder.Channel(new PauliTransferMatrix(1, new double[16]), [0]));
    }

    [Fact]
    public void Rows_that_do_not_fit_are_refused_with_the_number()
    {
        DensityProgram program = DensityProgram.Compile(
            NoisyCircuit.Builder(1, 0, ["a", "b"]).Gate(StandardGates.RX, [0], [Angle.Parameter(1)]).Build());
        Refused("2 numbers were expected; 1 were given", () => program.Run([1.0]));
        Refused("parameter 1 of row 0 is NaN", () => program.Run([1.0, double.NaN]));
    }

    [Fact]
    public void A_register_that_does_not_fit_is_refused_with_its_bytes()
    {
        NoisyCircuit circuit = NoisyCircuit.Builder(16).Build();
        Refused("3.44E+10 bytes", () => DensityProgram.Compile(circuit));
    }

    [Fact]
    public void Measurements_at_the_end_are_not_in_the_middle()
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(2, 2).Gate(StandardGates.H, [0]).Measure(0, 0);
        Assert.False(builder.Build().HasMidCircuit);
        Assert.True(builder.Build().IsNoiseFree);
        Assert.False(builder.Gate(StandardGates.H, [1]).Build().HasMidCircuit);
        Assert.True(builder.Gate(StandardGates.H, [0]).Build().HasMidCircuit);
    }

    private static void Refused(string part, Action action) =>
        Assert.Contains(part, Assert.ThrowsAny<ArgumentException>(action).Message, StringComparison.Ordinal);
}
