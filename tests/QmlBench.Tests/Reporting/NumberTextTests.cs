using QmlBench.Reporting;
using QmlBench.Reporting.Analysis;

namespace QmlBench.Tests.Reporting;

public sealed class NumberTextTests
{
    [Theory]
    [InlineData(0.9131, 0.8911, 0.9352, "0.913 [0.891, 0.935]")]
    [InlineData(-0.25, -0.5, 0.0, "−0.250 [−0.500, 0.000]")]
    [InlineData(0.00123, 0.00101, 0.00145, "0.00123 [0.00101, 0.00145]")]
    [InlineData(4.5, 2.25, 6.75, "4.50 [2.25, 6.75]")]
    [InlineData(1.0, 1.0, 1.0, "1.000 [1.000, 1.000]")]
    [InlineData(-0.00001, -0.1, 0.1, "0.000 [−0.100, 0.100]")]
    public void AMeanStandsWithItsInterval(double mean, double lower, double upper, string expected) =>
        Assert.Equal(expected, NumberText.Of(new Estimate(mean, lower, upper, 10, 0)));

    [Fact]
    public void UndefinedDrawsAreCounted() => Assert.Equal(
        "0.500 [0.250, 0.750] (undefined in 2 draws)", NumberText.Of(new Estimate(0.5, 0.25, 0.75, 8, 2)));

    [Fact]
    public void NothingDefinedIsUndefined()
    {
        Assert.Equal("undefined", NumberText.Of(new Estimate(double.NaN, double.NaN, double.NaN, 0, 3)));
        Assert.Equal("undefined", NumberText.Of(double.NaN));
    }

    [Fact]
    public void ThousandsAreSetApart() => Assert.Equal("24\u202f576\u202f000", NumberText.Of(24_576_000L));
}
