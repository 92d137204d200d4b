using System.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Trajectories;

namespace QmlBench.Tests.Simulation.Trajectories;

public class UnravellerTests
{
    [Fact]
    public void Pauli_channels_have_fixed_probabilities()
    {
        Unravelling found = Unraveller.Of(StandardChannels.Depolarizing(0.01, 2));
        Assert.True(found.IsMixture);
        Assert.True(found.Branches[0].IsIdentity);
        Assert.Equal(1.0 - (0.01 * 15.0 / 16.0), found.ErrorFree, 1e-15);
        Assert.All(found.Branches.Skip(1), branch => Assert.Equal(0.01 / 16.0, branch.Least, 1e-15));
        Assert.Equal(16, found.Branches.Length);
    }

    // Notes on noise semantics §2: p_z = (1 − p_reset)(1 − exp(−t(1/T2 − 1/T1)))/2, resets p_reset·p0 and p_reset·p1, the rest nothing.
    [Fact]
    public void Relaxation_up_to_T1_is_a_mixture_with_resets()
    {
        const double excited = 0.1;
        double reset = 1.0 - Math.Exp(-0.3), z = (1.0 - reset) * (1.0 - Math.Exp(-30.0 * ((1.0 / 80.0) - (1.0 / 100.0)))) / 2.0;
        Unravelling found = Unraveller.Of(StandardChannels.ThermalRelaxation(100.0, 80.0, 30.0, excited));
        Assert.Equal([0, 3, -1, -1, -1, -1], found.Branches.Select(static b => b.Pauli));
        Assert.Equal(1.0 - reset - z, found.Branches[0].Least, 1e-14);
        Assert.Equal(z, found.Branches[1].Least, 1e-14);
        Assert.Equal(1.0 - reset, found.Certain, 1e-14);
        double[] jumps = [.. found.Branches.Skip(2).Select(static b => b.Most)];
        Assert.Equal(reset * (1.0 - excited), jumps[0], 1e-14);
        Assert.Equal(reset * excited, jumps[3], 1e-14);
    }

    [Fact]
    public void Relaxation_beyond_T1_keeps_a_large_certain_part()
    {
        Unravelling found = Unraveller.Of(StandardChannels.ThermalRelaxation(100.0, 170.0, 1.0));
        Assert.False(found.IsMixture);
        Assert.InRange(found.ErrorFree, 0.98, 0.999);
    }

    [Fact]
    public void The_alternatives_add_up_to_the_channel_and_keep_their_bounds()
    {
        ChannelStep[] channels =
            [.. Enumerable.Range(0, 20).SelectMany(s => RandomCircuits.Circuit(s, 3, 20, 0, noise: true, false).Steps).OfType<ChannelStep>()];
        Assert.InRange(channels.Length, 60, 400);
        foreach (PauliTransferMatrix map in channels.Select(static c => c.Channel))
        {
            Unravelling found = Unraveller.Of(map);
            int d = 1 << map.QubitCount;
            ComplexMatrix[] operators = [.. found.Branches.Select(b => Operator(b, d))];
            double[] sum = KrausConversion.ToTransferMatrix(operators, map.QubitCount).Entries.ToArray();
            for (int e = 0; e < sum.Length; e++) Assert.Equal(map.Entries[e], sum[e], 1e-11);
            Assert.True(found.Certain <= 1.0 + 1e-12);
            for (int b = 0; b < operators.Length; b++)
                for (int c = 0; c < d; c++)
                    Assert.True((operators[b].Adjoint() * operators[b])[c, c].Real >= found.Branches[b].Least - 1e-12);
        }
    }

    private static ComplexMatrix Operator(UnravelledBranch branch, int d) => ComplexMatrix.Generate(d, d, (r, c) =>
        Math.Sqrt(branch.Most) * new Complex(branch.Operator[2 * ((r * d) + c)], branch.Operator[(2 * ((r * d) + c)) + 1]));
}
