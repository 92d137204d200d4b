using QmlBench.Learning.Datasets;
using QmlBench.Numerics.Randomness;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Planning;

namespace QmlBench.Suites.Running;

/// <summary>
/// The data of one draw. Its streams <c>data</c> and <c>split</c> come from the suite's seed, the data set and the draw alone, so that
/// every model sees the same samples in the same order.
/// </summary>
/// <param name="Dataset">The samples drawn, raw.</param>
/// <param name="Split">Which of them train and which test.</param>
public sealed record DataDraw(Dataset Dataset, Split Split)
{
    /// <summary>Training samples, raw.</summary>
    public LabelledData Train => Dataset.Samples.Select(Split.Train.AsSpan());

    /// <summary>Test samples, raw.</summary>
    public LabelledData Test => Dataset.Samples.Select(Split.Test.AsSpan());

    /// <summary>Draws the data of a trial.</summary>
    public static DataDraw Of(Suite suite, Trial trial)
    {
        var spec = trial.Case.Dataset;
        var dataset = Source(spec).Draw(Key(suite, spec, "data").Derive("draw", trial.Draw));
        var permutations = Key(suite, spec, "split").Derive("draw", trial.Draw).Open();
        return new(dataset, TrainTestSplit.Stratified(dataset.Labels.AsSpan(), spec.Test, spec.Train, permutations.Permutation));
    }

    /// <summary>The key of a stream that all models share: <paramref name="purpose"/> of a data set.</summary>
    public static StreamKey Key(Suite suite, DatasetSpec spec, string purpose) =>
        StreamKey.Root(suite.Seed, purpose).Derive(spec.Canonical().Text);

    /// <summary>The table or generator of a data set.</summary>
    public static IDatasetSource Source(DatasetSpec spec) => Entry(spec).Open(spec.Features, spec.Manifold, spec.Train + spec.Test);

    /// <summary>The catalogue's entry of a data set.</summary>
    public static DatasetEntry Entry(DatasetSpec spec) => DatasetCatalogue.Find(spec.Source)
        ?? throw new InvalidOperationException($"Bug in QmlBench: data set '{spec.Source}' passed the checks but is not in the catalogue.");
}
