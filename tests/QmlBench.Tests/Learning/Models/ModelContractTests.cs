using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;

namespace QmlBench.Tests.Learning.Models;

/// <summary>What every model of the catalogue promises.</summary>
public sealed class ModelContractTests
{
    public static TheoryData<string> Names => [.. ModelCatalogue.All.Select(space => space.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Two_separate_clouds_are_told_apart(string name)
    {
        var data = Clouds(24);
        var fitted = Model(name).Fit(data, LearningContexts.Training());
        var decisions = fitted.Decide(data.Features, LearningContexts.Evaluation(LearningContexts.Ideal()));
        Assert.Equal(data.Labels, decisions.Predict());
        Assert.True(decisions.IsExact);
        Assert.NotEmpty(fitted.Training.Figures);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_same_streams_give_the_same_bits_however_rows_are_batched(string name)
    {
        var data = Clouds(16);
        var (first, second) = (Model(name).Fit(data, LearningContexts.Training()), Model(name).Fit(data, LearningContexts.Training()));
        Assert.Equal(first.Training.Figures.SelectMany(f => f.Value), second.Training.Figures.SelectMany(f => f.Value));
        var context = LearningContexts.Evaluation(LearningContexts.Ideal());
        var all = first.Decide(data.Features, context).Values.ToArray();
        for (var row = 0; row < data.Count; row++)
            Assert.Equal(all[row], second.Decide(data.Features.Select([row]), context).Values.Span[0]);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Validating_many_settings_at_once_gives_what_fitting_each_gives(string name)
    {
        var space = ModelCatalogue.Find(name)!;
        var data = Clouds(20);
        Hyperparameters[] settings = [.. new[] { 0.5, 4.0 }.Select(
            value => Small(name).With(space.Hyperparameters.Any(h => h.Name == "C") ? "C" : "learning_rate", value))];
        var train = data.Select([.. Enumerable.Range(0, 12)]);
        var held = data.Features.Select([.. Enumerable.Range(12, 8)]);
        var context = LearningContexts.Training();
        var together = space.Validate(train, held, settings, context);
        for (var s = 0; s < settings.Length; s++)
        {
            var alone = space.Create(settings[s]).Fit(train, context).Decide(held, context.Validation()).Values;
            Assert.Equal(alone.ToArray(), together[s].ToArray());
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Three_classes_or_one_are_refused_by_name(string name)
    {
        var features = Clouds(6).Features;
        var three = Assert.Throws<ArgumentException>(() => Model(name).Fit(new(features, [0, 1, 2, 0, 1, 2]), LearningContexts.Training()));
        Assert.Contains(name, three.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Model(name).Fit(new(features, [1, 1, 1, 1, 1, 1]), LearningContexts.Training()));
    }

    private static IModel Model(string name) => ModelCatalogue.Find(name)!.Create(Small(name));

    private static Hyperparameters Small(string name) => name == "data-reuploading"
        ? Hyperparameters.Of(("steps", 60), ("learning_rate", 0.1), ("batch", 8))
        : Hyperparameters.Of(("C", 100));

    /// <summary>Points around (−1, −1) and (1, 1), classes in turn.</summary>
    private static LabelledData Clouds(int count)
    {
        var random = new QmlBench.Numerics.Randomness.LegacyRandomState(7);
        var values = new double[2 * count];
        for (var i = 0; i < values.Length; i++)
            values[i] = (i / 2 % 2 == 0 ? -1 : 1) + (0.2 * random.NextGaussian());
        return new(FeatureMatrix.Copy(count, 2, values), [.. Enumerable.Range(0, count).Select(i => i % 2)]);
    }
}
