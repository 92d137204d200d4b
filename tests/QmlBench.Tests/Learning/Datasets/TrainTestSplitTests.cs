using System.Security.Cryptography;
using System.Text;
using CsCheck;
using QmlBench.Learning.Datasets;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Learning.Datasets;

public sealed class TrainTestSplitTests
{
    [Fact]
    public void Splits_are_those_of_scikit_learn()
    {
        foreach (var c in LearningVectors.OfKind("splits.json", "train_test_split"))
        {
            var data = LearningVectors.Table(c.GetProperty("file").GetString()!);
            var random = new LegacyRandomState(c.GetProperty("random_state").GetUInt32());
            var share = c.GetProperty("test_size").GetDouble();
            var test = (int)Math.Ceiling(data.Labels.Length * share);
            var split = c.GetProperty("stratify").GetBoolean()
                ? TrainTestSplit.Stratified(data.Labels.AsSpan(), test, data.Labels.Length - test, random.Permutation)
                : TrainTestSplit.Plain(data.Labels.Length, share, random.Permutation);
            Assert.Equal(LearningVectors.Ints(c.GetProperty("test")), split.Test);
            var text = string.Join(',', split.Train);
            Assert.Equal(
                c.GetProperty("train_sha256").GetString(), Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text))));
        }
    }

    [Fact]
    public void Repeated_stratified_splits_go_on_with_the_same_stream()
    {
        foreach (var c in LearningVectors.OfKind("splits.json", "stratified_shuffle_split"))
        {
            var data = LearningVectors.Table(c.GetProperty("file").GetString()!);
            var random = new LegacyRandomState(c.GetProperty("random_state").GetUInt32());
            var test = (int)Math.Ceiling(data.Labels.Length * c.GetProperty("test_size").GetDouble());
            foreach (var expected in c.GetProperty("test").EnumerateArray())
            {
                var split = TrainTestSplit.Stratified(data.Labels.AsSpan(), test, data.Labels.Length - test, random.Permutation);
                Assert.Equal(LearningVectors.Ints(expected), split.Test);
            }
        }
    }

    [Fact]
    public void A_stratified_split_keeps_shares_within_one_sample_and_shares_nothing() => Property.Holds(
        Gen.Int[0, 1].Array[12, 60].Where(labels => labels.Count(l => l == 0) >= 3 && labels.Count(l => l == 1) >= 3),
        labels =>
        {
            var split = TrainTestSplit.Stratified(labels, 0.3, StreamKey.Root(5, "split").Open());
            Assert.Equal((int)Math.Ceiling(labels.Length * 0.3), split.Test.Length);
            Assert.Equal(Enumerable.Range(0, labels.Length), split.Train.Concat(split.Test).Order());
            var expected = split.Test.Length * labels.Count(l => l == 1) / (double)labels.Length;
            Assert.True(Math.Abs(split.Test.Count(i => labels[i] == 1) - expected) <= 1);
        });

    [Fact]
    public void A_side_without_room_for_each_class_is_refused()
    {
        var permutation = StreamKey.Root(1, "split").Open().Permutation;
        Assert.Throws<ArgumentException>(() => TrainTestSplit.Stratified([0, 0, 1, 1], 1, 3, permutation));
        Assert.Throws<ArgumentException>(() => TrainTestSplit.Stratified([0, 0, 1, 1], 3, 3, permutation));
        Assert.Throws<ArgumentException>(() => TrainTestSplit.Stratified([0, 0, 0, 1], 2, 2, permutation));
        Assert.Throws<ArgumentOutOfRangeException>(() => TrainTestSplit.Plain(10, 1, permutation));
    }
}
