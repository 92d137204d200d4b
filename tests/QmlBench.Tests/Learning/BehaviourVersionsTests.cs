using System.Globalization;
using QmlBench.Learning;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Metrics;
using QmlBench.Learning.Models;
using QmlBench.Learning.Preprocessing;
using QmlBench.Learning.Tuning;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Learning;

/// <summary>
/// The lock on behaviour: for each component its version and the hash of a small probe's output. When a hash changes, raise the
/// component's version in <see cref="BehaviourVersions"/> (or the model's own) and then write the new hash here.
/// </summary>
public sealed class BehaviourVersionsTests
{
    private static readonly SortedDictionary<string, (int Version, string Hash)> Locked = new(StringComparer.Ordinal)
    {
        ["datasets"] = (1, "e6f7bf335ac6b25f"),
        ["metrics"] = (1, "694869facc20f6e6"),
        ["model.data-reuploading"] = (1, "967974e9e9d45fdb"),
        ["model.fidelity-kernel"] = (1, "c20ff5a929c0ff6c"),
        ["model.fidelity-kernel-zz"] = (1, "5dd407908c3f36a3"),
        ["model.logistic-regression"] = (1, "addf4cf6279181cb"),
        ["model.rbf-svc"] = (1, "da4b9de6ba6af85f"),
        ["preprocessing"] = (1, "df6c318d7b88a654"),
        ["splits"] = (1, "ab0a139910ddf235"),
        ["tuning"] = (1, "a117fa44194d356d"),
    };

    public static TheoryData<string> Components => [.. BehaviourVersions.All.Select(version => version.Component)];

    [Fact]
    public void Every_component_is_locked() =>
        Assert.Equal(Locked.Keys, BehaviourVersions.All.Select(version => version.Component));

    [Theory]
    [MemberData(nameof(Components))]
    public void Output_changes_only_with_the_version(string component) =>
        BehaviourLock.Holds(Locked, BehaviourVersions.All, component, Probe(component));

    private static string Probe(string component) => component switch
    {
        "datasets" => Draw().Sha256 + BreastCancer.Load().Sha256,
        "splits" => Split().Sha256 + string.Concat(StratifiedFolds.Cut(Draw().Labels.AsSpan(), 3).Select(fold => fold.Sha256)),
        "preprocessing" => Text(Steps().Fit(BreastCancer.Load().Features).Apply(BreastCancer.Load().Features).Values.ToArray()),
        "metrics" => Text([.. MetricCatalogue.All.Select(metric => metric.Compute(Predictions()))]),
        "tuning" => Tune(),
        _ => Model(component["model.".Length..]),
    };

    private static string Tune()
    {
        var grid = new ParameterGrid(Hyperparameters.None, new Dictionary<string, System.Collections.Immutable.ImmutableArray<double>>
        {
            ["C"] = [0.1, 1, 10],
            ["gamma"] = [0.1, 1],
        });
        var result = GridSearch.Run(ModelCatalogue.Find("rbf-svc")!, grid, Train(), 3, LearningContexts.Training());
        return result.Best + Text([.. result.Means]);
    }

    private static string Model(string name)
    {
        var settings = name == "data-reuploading" ? Hyperparameters.Of(("steps", 5), ("batch", 4)) : Hyperparameters.None;
        var fitted = ModelCatalogue.Find(name)!.Create(settings).Fit(Train(), LearningContexts.Training());
        var decisions = fitted.Decide(Draw().Features.Select([0, 1, 2]), LearningContexts.Evaluation(LearningContexts.Ideal()));

        // The last bits of a quantum model are the engine's, which has a version of its own, and Adam makes steps of 1e-11 of
        // rounding noise where a gradient is zero; six places are the model's.
        Func<double[], string> text = fitted.Model.Family == ModelFamily.Quantum ? Rounded : Text;
        return string.Concat(fitted.Training.Figures.Select(f => f.Key + text([.. f.Value]))) + text(decisions.Values.ToArray());
    }

    private static Dataset Draw() => new HiddenManifold(4).Draw(StreamKey.Root(1, "data"));

    private static Split Split() => TrainTestSplit.Stratified(Draw().Labels.AsSpan(), 0.2, StreamKey.Root(1, "split").Open());

    private static LabelledData Train() => Draw().Samples.Select(Split().Train.AsSpan()[..30]);

    private static Pipeline Steps() => new([new StandardScaler(), new PrincipalComponents(4), MinMaxScaler.HalfPi]);

    private static ScoredPredictions Predictions() => new([0, 1, 1, 0, 1], [-0.5, 0.25, -0.1, 0.3, 0.9], [0.25, 0.6, 0.45, 0.7, 0.95]);

    private static string Rounded(double[] values) =>
        string.Join(' ', values.Select(value => (Math.Round(value, 6) + 0.0).ToString("F6", CultureInfo.InvariantCulture)));

    private static string Text(double[] values) => string.Join(
        ' ', values.Select(value => BitConverter.DoubleToInt64Bits(value).ToString("x16", CultureInfo.InvariantCulture)));
}
