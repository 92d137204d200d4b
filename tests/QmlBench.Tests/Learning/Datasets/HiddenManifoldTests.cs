using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using QmlBench.Learning.Datasets;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Learning.Datasets;

public sealed class HiddenManifoldTests
{
    /// <summary>Seed 3, d = 2 … 20 on one stream, each set followed by its split: the sets of arXiv:2403.07059.</summary>
    [Fact]
    public void The_published_stream_is_met()
    {
        var lines = SharedData.Text("published", "qml-benchmarks-dataset-checks.csv").Split('\n')
            .Where(line => line.StartsWith("hidden_manifold,", StringComparison.Ordinal)).ToArray();
        Assert.Equal(19, lines.Length);
        var random = new LegacyRandomState(3);
        foreach (var line in lines)
            Check(line.Trim().Split(','), random);
    }

    /// <summary>The same for d = 2 alone, with the figures written here.</summary>
    [Fact]
    public void The_first_published_set_is_met_without_the_file() => Check(
        [
            "hidden_manifold", "2", "2", "240", "60", "06ff96e1b84f7bcc1a1ba1709cea684ae66d72b59915e4ee002a15abd966b2e2",
            "-0.641072897297 -0.856921709232", "-58.734973047", "-24.927074476",
        ],
        new LegacyRandomState(3));

    [Fact]
    public void Each_draw_is_a_set_of_its_own_and_the_same_again()
    {
        var source = new HiddenManifold(4);
        var key = StreamKey.Root(1, "data");
        var first = source.Draw(key.Derive("draw", 0));
        Assert.Equal(first.Sha256, source.Draw(key.Derive("draw", 0)).Sha256);
        Assert.NotEqual(first.Sha256, source.Draw(key.Derive("draw", 1)).Sha256);
        Assert.Equal(150, first.Labels.Count(label => label == 1));
        Assert.Equal((300, 4), (first.Features.Rows, first.Features.Columns));
    }

    [Theory]
    [InlineData(0, 6, 300)]
    [InlineData(4, 0, 300)]
    [InlineData(4, 6, 1)]
    public void Sizes_that_make_no_set_are_refused(int features, int hidden, int samples) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new HiddenManifold(features, hidden, samples));

    private static void Check(string[] fields, LegacyRandomState random)
    {
        var data = HiddenManifold.Generate(random, int.Parse(fields[2], CultureInfo.InvariantCulture), 6);
        var split = TrainTestSplit.Plain(300, 0.2, random.Permutation);
        var (train, test) = (data.Select(split.Train.AsSpan()), data.Select(split.Test.AsSpan()));
        Assert.Equal((fields[3], fields[4]), ($"{train.Count}", $"{test.Count}"));
        Assert.Equal(fields[5], Hash(Signs(train) + "|" + Signs(test)));
        var expectedRow = fields[6].Split(' ').Select(Number).ToArray();
        for (var j = 0; j < expectedRow.Length; j++)
            LearningVectors.Close(expectedRow[j], train.Features[0, j], 1e-12, $"d={fields[2]} first row [{j}]");
        LearningVectors.Close(Number(fields[7]), train.Features.Values.ToArray().Sum(), 1e-9, $"d={fields[2]} train sum");
        LearningVectors.Close(Number(fields[8]), test.Features.Values.ToArray().Sum(), 1e-9, $"d={fields[2]} test sum");
    }

    private static string Signs(LabelledData data) => string.Concat(data.Labels.Select(label => label == 1 ? '+' : '-'));

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(text)));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
