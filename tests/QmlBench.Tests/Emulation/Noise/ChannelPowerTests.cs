using CsCheck;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Numerics.Paulis;
using QmlBench.Simulation.Channels;

namespace QmlBench.Tests.Emulation.Noise;

public sealed class ChannelPowerTests
{
    [Fact]
    public void The_power_of_relaxation_is_relaxation_for_that_many_times() => Property.Holds(
        Gen.Select(Gen.Double[1, 100], Gen.Double[0.1, 2], Gen.Double[0.01, 5], Gen.Double[0.1, 6]),
        drawn =>
        {
            (double t1, double ratio, double time, double factor) = drawn;
            PauliTransferMatrix once = StandardChannels.ThermalRelaxation(t1, t1 * ratio, time, 0.1);
            PauliTransferMatrix power = ChannelPower.Of(once, factor, "here");
            PauliTransferMatrix wanted = StandardChannels.ThermalRelaxation(t1, t1 * ratio, time * factor, 0.1);
            for (int i = 0; i < 16; i++)
                Assert.Equal(wanted.Entries[i], power.Entries[i], 1e-11);
        },
        count: 200);

    [Theory]
    [InlineData("Z", 0.3, 2.5)]
    [InlineData("XZ", 0.2, 0.75)]
    public void The_power_of_a_rotation_is_the_angle_times_the_factor(string pauli, double angle, double factor)
    {
        PauliTransferMatrix once = PauliRotation.Channel([new(pauli, angle)]);
        PauliTransferMatrix power = ChannelPower.Of(once, factor, "here"), wanted = PauliRotation.Channel([new(pauli, angle * factor)]);
        for (int i = 0; i < wanted.Entries.Length; i++)
            Assert.Equal(wanted.Entries[i], power.Entries[i], 1e-12);
    }

    [Fact]
    public void A_rotation_in_closed_form_is_the_one_of_its_matrix()
    {
        foreach (string pauli in new[] { "X", "Y", "Z", "XZ", "YY", "IZ", "ZI", "YX" })
        {
            PauliTransferMatrix closed = PauliRotation.Channel(PauliString.Parse(pauli), pauli.Length, 0.7);
            PauliTransferMatrix matrix = StandardChannels.CoherentUnitary(PauliRotation.Unitary([new(pauli, 0.7)]));
            for (int i = 0; i < closed.Entries.Length; i++)
                Assert.Equal(matrix.Entries[i], closed.Entries[i], 1e-13);
        }
    }

    [Fact]
    public void A_channel_without_generator_has_whole_powers_alone()
    {
        PauliTransferMatrix uniform = StandardChannels.Depolarizing(4.0 / 3, 1);
        Assert.Equal(uniform.Then(uniform), ChannelPower.Of(uniform, 2, "here"));
        Assert.True(ChannelPower.Of(uniform, 0, "here").IsIdentity);
        Assert.Same(uniform, ChannelPower.Of(uniform, 1, "here"));
        Assert.Contains("here", Assert.Throws<ExecutionRefusedException>(() => ChannelPower.Of(uniform, 1.5, "here")).Message, StringComparison.Ordinal);
        PauliTransferMatrix dephased = StandardChannels.Dephasing();
        Assert.Throws<ExecutionRefusedException>(() => ChannelPower.Of(dephased, 0.5, "here"));
        PauliTransferMatrix reset = StandardChannels.Reset();
        Assert.Throws<ExecutionRefusedException>(() => ChannelPower.Of(reset, 0.5, "here"));
    }
}
