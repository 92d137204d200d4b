using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class PairedDifferencesTests
{
    private static readonly ArmScore[] First =
    [
        new(0, 0, 0, 0.8), new(0, 0, 1, 0.9), new(0, 1, 0, 0.7), new(0, 1, 1, 0.7),
        new(1, 0, 0, 0.6), new(1, 0, 1, 0.8), new(1, 1, 0, 0.5), new(1, 1, 1, 0.5),
    ];

    private static readonly ArmScore[] Second = [new(1, 1, 0, 0.4), new(0, 0, 0, 0.75), new(0, 1, 0, 0.65), new(1, 0, 0, 0.8)];

    [Fact]
    public void Train_seeds_and_splits_are_averaged_inside_a_draw()
    {
        var paired = PairedDifferences.Between(First, Second, ReplicationUnit.Draw);
        Assert.Empty(paired.Problems);
        Assert.Empty(paired.Lacking);
        Assert.Equal([0.075, 0.0], paired.Values, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void On_one_data_set_every_split_gives_a_difference()
    {
        var paired = PairedDifferences.Between(First, Second, ReplicationUnit.Split);
        Assert.Equal([0.1, 0.05, -0.1, 0.1], paired.Values, (a, b) => Math.Abs(a - b) < 1e-15);
    }

    [Fact]
    public void More_train_seeds_are_not_more_pairs()
    {
        ArmScore[] many = [.. Enumerable.Range(0, 150).Select(i => new ArmScore(i / 50, 0, i % 50, 0.5))];
        Assert.Equal(3, PairedDifferences.Between(many, many, ReplicationUnit.Draw).Values.Length);
    }

    [Fact]
    public void What_is_lacking_is_named_and_left_out()
    {
        var paired = PairedDifferences.Between(First, Second.Where(score => score.Draw == 0), ReplicationUnit.Draw);
        Assert.Single(paired.Values);
        Assert.Equal(
            ["the second arm lacks train seed 0 at draw 1, split 0", "the second arm lacks train seed 0 at draw 1, split 1"],
            paired.Lacking);
        Assert.Empty(paired.Problems);
    }

    [Theory]
    [InlineData(ReplicationUnit.Split, 3)]
    [InlineData(ReplicationUnit.Draw, 1)]
    public void A_half_finished_unit_is_not_taken_for_a_whole_one(ReplicationUnit unit, int pairs)
    {
        var paired = PairedDifferences.Between(First[..^1], Second, unit);
        Assert.Equal(pairs, paired.Values.Length);
        Assert.Equal(["the first arm lacks train seed 1 at draw 1, split 1"], paired.Lacking);
    }

    [Fact]
    public void An_arm_without_scores_pairs_with_nothing()
    {
        var paired = PairedDifferences.Between(First, [], ReplicationUnit.Split);
        Assert.Empty(paired.Values);
        Assert.Equal(4, paired.Lacking.Length);
        Assert.Contains("the second arm has no score at draw 0, split 0", paired.Lacking);
    }

    [Fact]
    public void An_impossible_score_is_named()
    {
        ArmScore[] broken = [.. Second[..^1], new(1, 0, 0, double.NaN)];
        var paired = PairedDifferences.Between(First, broken, ReplicationUnit.Draw);
        Assert.Contains(paired.Problems, problem => problem.Contains("impossible score NaN"));
    }

    [Fact]
    public void Refuses_two_scores_for_one_place() =>
        Assert.Throws<ArgumentException>(() => PairedDifferences.Between([.. First, First[0]], Second, ReplicationUnit.Draw));

    [Fact]
    public void The_order_of_the_scores_does_not_change_a_bit()
    {
        var forward = PairedDifferences.Between(First, Second, ReplicationUnit.Draw);
        var backward = PairedDifferences.Between(First.Reverse(), Second.Reverse(), ReplicationUnit.Draw);
        Assert.Equal(forward.Values, backward.Values);
    }
}
