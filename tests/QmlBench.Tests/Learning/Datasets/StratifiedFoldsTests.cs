using System.Text.Json;
using CsCheck;
using QmlBench.Learning.Datasets;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Learning.Datasets;

public sealed class StratifiedFoldsTests
{
    [Fact]
    public void Folds_are_those_of_scikit_learn()
    {
        foreach (var c in LearningVectors.OfKind("splits.json", "stratified_kfold"))
        {
            var labels = c.TryGetProperty("file", out var file)
                ? [.. LearningVectors.Table(file.GetString()!).Labels]
                : Codes(c.GetProperty("labels"));
            var folds = c.GetProperty("folds").GetInt32();
            Func<int, int[]>? permutation = c.GetProperty("shuffle").GetBoolean()
                ? new LegacyRandomState(c.GetProperty("random_state").GetUInt32()).Permutation
                : null;
            Check(c.GetProperty("test"), StratifiedFolds.Cut(labels, folds, permutation), LearningVectors.Id(c));
            if (c.TryGetProperty("test_shuffled_state_0", out var shuffled))
            {
                var cut = StratifiedFolds.Cut(labels, folds, new LegacyRandomState(0).Permutation);
                Check(shuffled, cut, LearningVectors.Id(c) + " shuffled");
            }
        }
    }

    [Fact]
    public void Plain_folds_are_those_of_scikit_learn()
    {
        foreach (var c in LearningVectors.OfKind("splits.json", "kfold"))
        {
            var data = LearningVectors.Table(c.GetProperty("file").GetString()!);
            var random = new LegacyRandomState(c.GetProperty("random_state").GetUInt32());
            var folds = Folds.Cut(data.Labels.Length, c.GetProperty("folds").GetInt32(), random.Permutation);
            Check(c.GetProperty("test"), folds, LearningVectors.Id(c));
        }
    }

    [Fact]
    public void Every_sample_is_tested_once_and_classes_differ_by_at_most_one() => Property.Holds(
        Gen.Select(Gen.Int[0, 2].Array[15, 60], Gen.Int[2, 5]),
        pair =>
        {
            var (labels, folds) = pair;
            if (labels.GroupBy(l => l).Any(group => group.Count() < folds))
            {
                Assert.Throws<ArgumentException>(() => StratifiedFolds.Cut(labels, folds));
                return;
            }

            var splits = StratifiedFolds.Cut(labels, folds);
            Assert.Equal(Enumerable.Range(0, labels.Length), splits.SelectMany(split => split.Test).Order());
            foreach (var label in labels.Distinct())
            {
                var counts = splits.Select(split => split.Test.Count(i => labels[i] == label)).ToArray();
                Assert.True(counts.Max() - counts.Min() <= 1);
            }
        });

    private static void Check(JsonElement expected, IReadOnlyList<Split> folds, string id)
    {
        var tests = expected.EnumerateArray().Select(LearningVectors.Ints).ToArray();
        Assert.Equal(tests.Length, folds.Count);
        for (var f = 0; f < tests.Length; f++)
            Assert.True(tests[f].SequenceEqual(folds[f].Test), $"{id} fold {f}: {string.Join(' ', folds[f].Test)}");
    }

    /// <summary>Labels of any kind as indices in sorted order: the folds depend on order of appearance alone.</summary>
    private static int[] Codes(JsonElement labels)
    {
        var texts = labels.EnumerateArray().Select(l => l.ToString()).ToArray();
        var sorted = texts.Distinct().Order(StringComparer.Ordinal).ToList();
        return [.. texts.Select(text => sorted.IndexOf(text))];
    }
}
