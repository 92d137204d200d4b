using System.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Simulation.Channels;

namespace QmlBench.Tests.Simulation.Channels;

public class KrausChannelTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(1, 2)]
    [InlineData(1, 3)]
    [InlineData(1, 4)]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(2, 5)]
    [InlineData(3, 1)]
    [InlineData(3, 2)]
    public void Random_channels_keep_trace_and_positivity_and_survive_every_conversion(int qubits, int operators)
    {
        Property.Holds(
            RandomCircuits.Channel(qubits, operators),
            channel =>
            {
                Assert.True(channel.TransferMatrix.IsTracePreserving);
                Assert.True(channel.ToChoi().Eigenvalues()[0] > -1e-12);
                AssertNear(channel.TransferMatrix, channel.ToChoi().ToTransferMatrix());
                AssertNear(channel.TransferMatrix, KrausChannel.Of(channel.TransferMatrix).TransferMatrix);
                AssertNear(
                    channel.TransferMatrix, new KrausChannel(KrausChannel.Of(channel.TransferMatrix).Operators, 1e-11).TransferMatrix);
            },
            count: qubits == 3 ? 2 : 10);
    }

    [Fact]
    public void A_single_operator_counts_once()
    {
        var identity = new KrausChannel([ComplexMatrix.Identity(2)]);
        Assert.True(identity.TransferMatrix.IsIdentity);
    }

    [Fact]
    public void Trace_is_checked_and_the_number_named()
    {
        ArgumentException fault = Assert.Throws<ArgumentException>(() => new KrausChannel([0.9 * ComplexMatrix.Identity(2)]));
        Assert.Contains("entry (0, 0)", fault.Message, StringComparison.Ordinal);
        Assert.Contains("0.18", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Complete_positivity_is_checked_and_the_number_named()
    {
        // The transposition is positive but not completely so: its Choi matrix is the swap, with eigenvalue −1.
        var transposition = new PauliTransferMatrix(1, [1, 0, 0, 0, 0, 1, 0, 0, 0, 0, -1, 0, 0, 0, 0, 1]);
        ArgumentException fault = Assert.Throws<ArgumentException>(() => KrausChannel.Of(transposition));
        Assert.Matches("eigenvalue -(1|0.99999|1.00000)", fault.Message);
    }

    [Fact]
    public void Wrong_sizes_and_numbers_that_are_none_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new KrausChannel([]));
        Assert.Throws<ArgumentException>(() => new KrausChannel([ComplexMatrix.Identity(3)]));
        Assert.Throws<ArgumentException>(() => new KrausChannel([ComplexMatrix.Identity(2), ComplexMatrix.Identity(4)]));
        Assert.Throws<ArgumentException>(() => new KrausChannel([ComplexMatrix.Generate(2, 2, (_, _) => new Complex(double.NaN, 0))]));
    }

    [Fact]
    public void The_edge_of_positivity_is_accepted()
    {
        KrausChannel.Of(StandardChannels.ThermalRelaxation(50, 100, 10));
        KrausChannel.Of(StandardChannels.Depolarizing(4.0 / 3.0, 1));
        KrausChannel.Of(StandardChannels.Depolarizing(16.0 / 15.0, 2));
    }

    private static void AssertNear(PauliTransferMatrix expected, PauliTransferMatrix actual)
    {
        for (int e = 0; e < expected.Entries.Length; e++) Assert.Equal(expected.Entries[e], actual.Entries[e], 1e-12);
    }
}
