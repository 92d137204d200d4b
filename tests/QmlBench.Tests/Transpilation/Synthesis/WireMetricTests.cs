using QmlBench.Transpilation.Synthesis;

namespace QmlBench.Tests.Transpilation.Synthesis;

public sealed class WireMetricTests
{
    [Fact]
    public void SpansAreSmallestTrees()
    {
        var line = WireMetric.Of(4, (a, b) => b == a + 1);
        Assert.Equal([0, 0, 0, 1, 0, 2, 1, 2, 0, 3, 2, 3, 1, 3, 2, 3], Enumerable.Range(0, 16).Select(line.Span));
        Assert.False(line.IsComplete);
        var star = WireMetric.Of(4, (a, b) => a == 0);
        Assert.Equal(3, star.Span(0b1110));
        Assert.Equal(2, star.Span(0b0110));
        Assert.True(WireMetric.Of(4, (_, _) => true) is { IsComplete: true, IsConnected: true });
    }

    [Fact]
    public void PartsThatNothingConnectsAreSeen() => Assert.False(WireMetric.Of(4, (a, b) => (a, b) is (0, 1) or (2, 3)).IsConnected);
}
