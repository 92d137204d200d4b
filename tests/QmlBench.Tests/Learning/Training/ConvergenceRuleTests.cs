using QmlBench.Learning.Training;

namespace QmlBench.Tests.Learning.Training;

public sealed class ConvergenceRuleTests
{
    [Fact]
    public void A_falling_loss_has_not_settled_and_a_level_one_has()
    {
        var rule = new ConvergenceRule(10);
        var falling = Enumerable.Range(0, 40).Select(i => 1.0 - (0.01 * i)).ToArray();
        var level = Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 0.5 : 0.6).ToArray();
        Assert.False(rule.IsMet(falling));
        Assert.True(rule.IsMet(level));
        Assert.False(rule.IsMet(level.AsSpan(0, 20)));
        Assert.True(rule.IsMet(level.AsSpan(0, 21)));
    }
}
