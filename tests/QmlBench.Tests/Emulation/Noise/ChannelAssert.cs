using System.Text.Json;
using QmlBench.Simulation.Channels;

namespace QmlBench.Tests.Emulation.Noise;

internal static class ChannelAssert
{
    public static void Equal(JsonElement expected, PauliTransferMatrix found, double tolerance)
    {
        Assert.Equal(expected.GetArrayLength(), found.Dimension);
        for (int row = 0; row < found.Dimension; row++)
            for (int column = 0; column < found.Dimension; column++)
                Assert.Equal(expected[row][column].GetDouble(), found[row, column], tolerance);
    }

    public static void Identity(PauliTransferMatrix found) => Assert.True(found.IsIdentity);
}
