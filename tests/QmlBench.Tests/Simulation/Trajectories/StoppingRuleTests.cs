using QmlBench.Simulation.Trajectories;

namespace QmlBench.Tests.Simulation.Trajectories;

public class StoppingRuleTests
{
    [Theory]
    [InlineData(0.01, 100_000, 2.0, 200)]
    [InlineData(0.01, 100_000, 1e-6, 64)]
    [InlineData(0.01, 100, 2.0, 100)]
    [InlineData(0.01, 10, 0.0, 10)]
    public void The_first_look_is_at_as_many_as_can_vouch_for_the_error(double error, int most, double unseen, int expected) =>
        Assert.Equal(expected, new StoppingRule(TrajectoryBudget.Until(error, most), unseen).First);

    [Theory]
    [InlineData(0.01, 200)]
    [InlineData(0.0099, 200)]
    [InlineData(0.018, 713)]
    [InlineData(0.5, 1000)]
    public void The_next_look_is_at_as_many_as_the_spread_says(double largest, int expected) =>
        Assert.Equal(expected, new StoppingRule(TrajectoryBudget.Until(0.01, 1000), 2.0).Next(200, largest));

    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    public void A_number_is_run_whatever_the_spread(int trajectories)
    {
        var rule = new StoppingRule(TrajectoryBudget.Fixed(trajectories), 2.0);
        Assert.Equal(trajectories, rule.First);
        Assert.Equal(trajectories, rule.Next(trajectories, trajectories == 1 ? double.NaN : 10.0));
    }
}
