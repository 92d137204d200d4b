using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class DetectableDifferenceTests
{
    [Theory]
    [InlineData(10, 0.03, 0.05)]
    [InlineData(7, 1.5, 0.0167)]
    [InlineData(60, 0.2, 0.01)]
    public void HasTheStatedPower(int pairs, double deviation, double alpha)
    {
        var difference = DetectableDifference.Beyond(pairs, deviation, alpha);
        Assert.NotNull(difference);
        Assert.Equal(0.8, PairedPower.Greater(pairs, difference.Value, deviation, alpha / 2), 1e-9);
    }

    // Cohen's table: n = 10 pairs, two-sided 0.05, power 0.8 needs an effect of about 1.00 standard deviations (G*Power 3.1: 0.9995).
    [Fact]
    public void AgreesWithTheTable() => Assert.Equal(1.0, DetectableDifference.Beyond(10, 1.0, 0.05)!.Value, 0.005);
}
