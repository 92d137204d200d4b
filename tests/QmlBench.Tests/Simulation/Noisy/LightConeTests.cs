using System.Collections.Immutable;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Tests.Simulation.Noisy;

public class LightConeTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_cut_changes_no_marginal(bool records)
    {
        bool smaller = false;
        for (int seed = 300; seed < 340; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed, 4, 9, 2, noise: true, records);
            double[] row = RandomCircuits.Rows(seed, 1, 2);
            int asked = seed % 4;
            LightCone cone = LightCone.Of(circuit, [asked]);
            (NoisyCircuit cut, ImmutableArray<int> qubits) = (cone.Cut(0, circuit.Steps.Length), cone.Qubits);
            DensityState whole = DensityProgram.Compile(circuit).Run(row).PartialTrace(asked);
            DensityState part = DensityProgram.Compile(cut).Run(row).PartialTrace(qubits.IndexOf(asked));
            for (int i = 0; i < 4; i++) Assert.Equal(whole.Coefficients[i], part.Coefficients[i], 1e-12);
            smaller |= cut.QubitCount < circuit.QubitCount;
        }

        Assert.True(smaller);
    }

    [Fact]
    public void A_cut_changes_no_record_that_is_asked_for()
    {
        for (int seed = 400; seed < 430; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed, 3, 14, 2, noise: true, records: true);
            double[] row = RandomCircuits.Rows(seed, 1, 2);
            NoisyCircuit cut = LightCone.Of(circuit, [], [0]).Cut(0, circuit.Steps.Length);
            Assert.Equal(FirstBit(circuit, row), FirstBit(cut, row), 1e-12);
        }
    }

    [Fact]
    public void Neighbours_that_never_meet_and_everything_before_a_reset_are_cut()
    {
        NoisyCircuit circuit = NoisyCircuit.Builder(4)
            .Gate(StandardGates.H, [0]).Gate(StandardGates.CX, [0, 1]).Gate(StandardGates.CX, [2, 3])
            .Reset(3).Channel(StandardChannels.Depolarizing(0.1, 1), [3]).Build();
        LightCone cone = LightCone.Of(circuit, [3]);
        Assert.Equal([3], cone.Qubits);
        Assert.Equal(2, cone.StepCount);
        Assert.Equal(2, cone.Cut().Steps.Length);
        Assert.False(cone.IsNoiseFree);
        Assert.True(LightCone.Of(circuit, [0]).IsNoiseFree);
    }

    [Fact]
    public void The_cone_of_two_questions_is_the_union_of_their_cones()
    {
        for (int seed = 500; seed < 540; seed++)
        {
            NoisyCircuit circuit = RandomCircuits.Circuit(seed, 5, 12, 2, noise: true, records: true);
            LightCone together = LightCone.Of(circuit, [0, 3], [1]);
            LightCone joined = LightCone.Of(circuit, [0]).Join(LightCone.Of(circuit, [3], [1]));
            Assert.Equal(together.Qubits, joined.Qubits);
            Assert.Equal(together.Cut(0, circuit.Steps.Length).Steps, joined.Cut(0, circuit.Steps.Length).Steps, SameStep);
        }
    }

    [Fact]
    public void A_cone_of_every_qubit_leaves_the_circuit_as_it_is()
    {
        NoisyCircuit circuit = NoisyCircuit.Builder(2).Gate(StandardGates.CX, [0, 1]).Barrier().Gate(StandardGates.H, [1]).Build();
        LightCone cone = LightCone.Of(circuit, [0]);
        Assert.Same(circuit, cone.Cut());
        Assert.Equal(1, cone.StepCount);
    }

    [Fact]
    public void Cones_of_different_circuits_are_not_joined()
    {
        NoisyCircuit one = NoisyCircuit.Builder(1).Build(), other = NoisyCircuit.Builder(1).Build();
        Assert.Throws<ArgumentException>(() => LightCone.Of(one, [0]).Join(LightCone.Of(other, [0])));
        Assert.Throws<ArgumentOutOfRangeException>(() => LightCone.Of(one, [1]));
    }

    // Cutting renames qubits, so steps are compared by kind and operands.
    private static bool SameStep(NoisyStep left, NoisyStep right) => (left, right) switch
    {
        (GateStep a, GateStep b) => a.Gate == b.Gate && a.Qubits.SequenceEqual(b.Qubits),
        (ChannelStep a, ChannelStep b) => ReferenceEquals(a.Channel, b.Channel) && a.Qubits.SequenceEqual(b.Qubits),
        _ => left == right,
    };

    private static double FirstBit(NoisyCircuit circuit, double[] row)
    {
        var recorded = new double[8];
        DensityProgram.Compile(circuit).RecordedProbabilities(row, 1, recorded);
        return recorded[1] + recorded[3] + recorded[5] + recorded[7];
    }
}
