using System.Collections.Immutable;
using QmlBench.Reporting.Analysis;

namespace QmlBench.Reporting.Sections;

/// <summary>Shows the results on each data set.</summary>
internal static class DatasetSection
{
    /// <summary>One section per data set.</summary>
    public static ImmutableArray<DatasetView> Of(ImmutableArray<DatasetTrials> datasets) => [.. datasets.Select(View)];

    private static DatasetView View(DatasetTrials data)
    {
        var blocks = new[] { ScoreBlock.Of(data), DropBlock.Of(data), FidelityBlock.Of(data), MitigationBlock.Of(data) };
        return new(data.Name, [Samples(data), Interval(data)], [.. blocks.OfType<Block>()]);
    }

    private static string Samples(DatasetTrials data) =>
        $"Each of {data.Draws} draws has {data.Train} training and {data.Test} test samples; every model sees the same ones.";

    private static string Interval(DatasetTrials data) => data.IsTable
        ? "The draws are splits of one fixed table. They share samples, so they are not independent and a plain interval would be too "
            + $"short: brackets and error bars are the Nadeau–Bengio corrected 95 % t interval, whose variance carries the extra term "
            + $"test/train = {data.Test}/{data.Train}."
        : "The data of every draw are generated anew, so the draws are independent: brackets and error bars are the 95 % t interval of the "
            + "mean over draws. Train seeds are averaged inside their draw.";
}
