using QmlBench.Suites.Claims;

namespace QmlBench.Tests.Suites.Claims;

public sealed class ImpossibleScoreTests
{
    [Fact]
    public void Every_count_of_hits_is_possible()
    {
        for (var rows = 1; rows < 200; rows++)
            for (var hits = 0; hits <= rows; hits++) Assert.Null(ImpossibleScore.OfAccuracy((double)hits / rows, rows));
    }

    // Scores of 240 training rows found in the place of 60 test rows (the published study's "two curves diff").
    [Theory]
    [InlineData(238.0 / 240)]
    [InlineData(233.0 / 240)]
    [InlineData(1.2)]
    [InlineData(-0.5)]
    [InlineData(double.NaN)]
    public void What_sixty_rows_cannot_give_is_named(double accuracy) =>
        Assert.Contains("cannot come from 60 rows", ImpossibleScore.OfAccuracy(accuracy, 60));
}
