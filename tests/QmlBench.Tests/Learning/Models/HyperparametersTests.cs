using QmlBench.Learning.Models;

namespace QmlBench.Tests.Learning.Models;

public sealed class HyperparametersTests
{
    [Fact]
    public void What_is_not_set_has_its_default_and_texts_are_canonical()
    {
        var model = ModelCatalogue.Find("rbf-svc")!.Create(Hyperparameters.Of(("gamma", 0.1)));
        Assert.Equal("C=1,gamma=0.1", model.Settings.ToString());
        Assert.Equal(Hyperparameters.Of(("b", 2), ("a", 1)), Hyperparameters.Of(("a", 1), ("b", 2)));
    }

    [Fact]
    public void A_name_that_is_none_is_refused_with_the_nearest()
    {
        var fault = Assert.Throws<ArgumentException>(() => ModelCatalogue.Find("rbf-svc")!.Create(Hyperparameters.Of(("gama", 1))));
        Assert.Contains("Did you mean 'gamma'?", fault.Message, StringComparison.Ordinal);
        Assert.Contains("rbf-svc", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("data-reuploading", "layers", 0)]
    [InlineData("data-reuploading", "layers", 1.5)]
    [InlineData("data-reuploading", "learning_rate", -0.1)]
    [InlineData("fidelity-kernel", "C", 0)]
    [InlineData("logistic-regression", "C", double.NaN)]
    public void A_value_out_of_range_is_refused_by_name(string model, string name, double value)
    {
        var fault = Assert.Throws<ArgumentException>(() => ModelCatalogue.Find(model)!.Create(Hyperparameters.Of((name, value))));
        Assert.Contains($"'{name}'", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_model_of_the_catalogue_can_be_made_from_its_defaults()
    {
        foreach (var space in ModelCatalogue.All)
        {
            var model = space.Create(Hyperparameters.None);
            Assert.Equal((space.Name, space.Family), (model.Name, model.Family));
            Assert.Equal(space.Hyperparameters.Length, model.Settings.Values.Count);
        }

        Assert.Equal(ModelCatalogue.All.Select(s => s.Name).Order(StringComparer.Ordinal), ModelCatalogue.All.Select(s => s.Name));
    }
}
