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
            (NoisyCircuit cut, ImmutableArray<int> qubits) = LightCone.Of(circuit, [asked]);
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
            (NoisyCircuit cut, _) = LightCone.Of(circuit, [], [0]);
            Assert.Equal(FirstBit(circuit, row), FirstBit(cut, row), 1e-12);
        }
    }

    [Fact]
    public void Neighbours_that_never_meet_and_everything_before_a_reset_are_cut()
    {
        NoisyCircuit circuit = NoisyCircuit.Builder(4)
            .Gate(StandardGates.H, [0]).Gate(StandardGates.CX, [0, 1]).Gate(StandardGates.CX, [2, 3])
            .Reset(3).Channel(StandardChannels.Depolarizing(0.1, 1), [3]).Build();
        (NoisyCircuit cut, ImmutableArray<int> qubits) = LightCone.Of(circuit, [3]);
        Assert.Equal([3], qubits);
        Assert.Equal(2, cut.Steps.Length);
    }

    private static double FirstBit(NoisyCircuit circuit, double[] row)
    {
        var recorded = new double[8];
        DensityProgram.Compile(circuit).RecordedProbabilities(row, 1, recorded);
        return recorded[1] + recorded[3] + recorded[5] + recorded[7];
    }
}
