using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

public sealed class PairedDifferencesTests
{
    private static readonly ArmScore[] First =
        [new(0, 0, 0, 0.8), new(0, 0, 1, 0.9), new(0, 1, 0, 0.7), new(0, 1, 1, 0.7), new(1, 0, 0, 0.6), new(1, 0, 1, 0.8), new(1, 1, 0, 0.5), new(1, 1, 1, 0.5)];

    private static readonly ArmScore[] Second = [new(1, 1, 0, 0.4), new(0, 0, 0, 0.75), new(0, 1, 0, 0.65), new(1, 0, 0, 0.8)];

    [Fact]
    public void Train_seeds_and_splits_are_averaged_inside_a_draw()
    {
        var paired = PairedDifferences.Between(First, Second, ReplicationUnit.Draw);
        Assert.Empty(paired.Problems);
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
        ArmScore[] many = [.. Enumerable.Range(0, 3).SelectMany(draw => Enumerable.Range(0, 50).Select(seed => new ArmScore(draw, 0, seed, 0.5)))];
        Assert.Equal(3, PairedDifferences.Between(many, many, ReplicationUnit.Draw).Values.Length);
    }

    [Fact]
    public void What_does_not_pair_is_named_and_left_out()
    {
        var paired = PairedDifferences.Between(First, Second.Where(score => score.Draw == 0), ReplicationUnit.Draw);
        Assert.Single(paired.Values);
        Assert.Equal(2, paired.Problems.Length);
        Assert.Contains("second arm", paired.Problems[0]);
        Assert.Contains("draw 1, split 0", paired.Problems[0]);
    }

    [Fact]
    public void A_half_finished_cell_is_not_taken_for_a_whole_one()
    {
        var paired = PairedDifferences.Between(First[..^1], Second, ReplicationUnit.Split);
        Assert.Equal(3, paired.Values.Length);
        Assert.Contains(paired.Problems, problem => problem.Contains("train seeds 0 at draw 1, split 1 but 0 1 elsewhere"));
    }

    [Fact]
    public void An_impossible_score_is_named()
    {
        ArmScore[] broken = [.. Second[..^1], new(1, 0, 0, double.NaN)];
        Assert.Contains(PairedDifferences.Between(First, broken, ReplicationUnit.Draw).Problems, problem => problem.Contains("impossible score NaN"));
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
