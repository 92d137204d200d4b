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
        Refused("differs from the identity by 1", () => builder.Channel(new PauliTransferMatrix(1, new double[16]), [0]));
    }

    [Fact]
    public void Maps_that_are_not_completely_positive_are_refused_with_the_eigenvalue()
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(3, 0).Gate(StandardGates.H, [0]);
        var transposition = PauliTransferMatrix.Diagonal(1, static i => i == 2 ? -1.0 : 1.0);
        for (int k = 1; k <= 2; k++)
        {
            PauliTransferMatrix map = k == 1 ? transposition : transposition.Tensor(PauliTransferMatrix.Identity(1));
            // The swap has the eigenvalue -1 on the antisymmetric state, once for every copy of the other qubit.
            Refused("eigenvalue -", () => builder.Channel(map, k == 1 ? [0] : [0, 1], "wrong"));
            Refused("'wrong' at step 1", () => builder.Channel(map, k == 1 ? [0] : [0, 1], "wrong"));
        }

        Assert.Single(builder.Build().Steps);
    }

    [Fact]
    public void Channels_at_the_edge_are_channels()
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(3, 0);
        builder.Channel(StandardChannels.ThermalRelaxation(50e-6, 100e-6, 1e-6), [0])
            .Channel(StandardChannels.Dephasing(), [1]).Channel(StandardChannels.Reset(), [2])
            .Channel(StandardChannels.Depolarizing(16.0 / 15.0, 2), [0, 1]);
        Assert.Equal(4, builder.Build().Steps.Length);
    }

    [Fact]
    public void Whether_a_factor_exists_says_what_the_eigenvalues_say()
    {
        for (int seed = 0; seed < 200; seed++)
        {
            double[] numbers = RandomCircuits.Rows(seed, 1, 16);
            var map = PauliTransferMatrix.Create(
                1, (i, j) => i == 0 ? (j == 0 ? 1.0 : 0.0) : 0.12 * numbers[(4 * i) + j] + (i == j ? 0.45 : 0.0));
            double smallest = ChoiMatrix.Of(map).Eigenvalues()[0];
            NoisyCircuitBuilder builder = NoisyCircuit.Builder(1, 0);
            if (smallest < 0.0) Refused($"{smallest:R}", () => builder.Channel(map, [0]));
            else builder.Channel(map, [0]);
        }
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
