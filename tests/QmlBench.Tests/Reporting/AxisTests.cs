using CsCheck;
using QmlBench.Reporting.Charts;

namespace QmlBench.Tests.Reporting;

public sealed class AxisTests
{
    [Fact]
    public void CoversAllValuesWithTwoToSixTicksInsideTheDrawing() =>
        Property.Holds(Gen.Double[-1e6, 1e6].Array[1, 10], values =>
        {
            var axis = Axis.Covering(values);
            Assert.InRange(axis.Ticks.Length, 2, 6);
            Assert.All(values, value => Assert.InRange(value, axis.Low, axis.High));
            Assert.All(values, value => Assert.InRange(axis.Percent(value), 3.0, 97.0));
            Assert.Equal(axis.Ticks.Order(), axis.Ticks);
        });

    [Fact]
    public void TicksAreRound()
    {
        var axis = Axis.Covering([0.13, 0.87]);
        Assert.Equal([0.0, 0.2, 0.4, 0.6, 0.8, 1.0], axis.Ticks);
        Assert.Equal(1, axis.Decimals);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.0)]
    public void OneValueGetsRoomOnBothSides(double value)
    {
        var axis = Axis.Covering([value]);
        Assert.True(axis.Low < value && value < axis.High);
    }

    [Fact]
    public void NothingGivesAnAxisAllTheSame() => Assert.InRange(Axis.Covering([]).Ticks.Length, 2, 6);
}
