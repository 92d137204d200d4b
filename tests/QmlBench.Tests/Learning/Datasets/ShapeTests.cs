using QmlBench.Learning.Datasets;

namespace QmlBench.Tests.Learning.Datasets;

/// <summary>Tables, labels and splits that do not fit together are refused with the numbers that do not.</summary>
public sealed class ShapeTests
{
    [Fact]
    public void A_matrix_needs_finite_values_in_full_rows()
    {
        Assert.Throws<ArgumentException>(() => FeatureMatrix.Copy(2, 2, [1, 2, 3]));
        var fault = Assert.Throws<ArgumentException>(() => FeatureMatrix.Copy(2, 2, [1, 2, 3, double.NaN]));
        Assert.Contains("Feature 1 of row 1", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => FeatureMatrix.FromRows([[1, 2], [3]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => FeatureMatrix.Copy(1, 1, [1]).Select([1]));
    }

    [Fact]
    public void Selected_and_stacked_rows_keep_their_order()
    {
        var matrix = FeatureMatrix.Copy(3, 2, [1, 2, 3, 4, 5, 6]);
        Assert.Equal([5, 6, 1, 2, 5, 6], matrix.Select([2, 0, 2]).Values.ToArray());
        Assert.Equal([1, 2, 3, 4, 5, 6, 3, 4], matrix.Stack(matrix.Select([1])).Values.ToArray());
        Assert.Throws<ArgumentException>(() => matrix.Stack(FeatureMatrix.Copy(1, 1, [1])));
    }

    [Fact]
    public void Labels_match_rows_and_are_not_negative()
    {
        var matrix = FeatureMatrix.Copy(2, 1, [1, 2]);
        Assert.Throws<ArgumentException>(() => new LabelledData(matrix, [0]));
        Assert.Throws<ArgumentException>(() => new LabelledData(matrix, [0, -1]));
        Assert.Throws<ArgumentException>(() => new Dataset("d", new(matrix, [0, 2]), ["a", "b"], "none"));
        Assert.Equal([-1.0, 1.0], new LabelledData(matrix, [0, 1]).Signs("m"));
    }

    [Fact]
    public void A_sample_is_never_on_both_sides_of_a_split()
    {
        Assert.Throws<ArgumentException>(() => new Split([0, 1], [1]));
        Assert.Throws<ArgumentException>(() => new Split([0, 0], [1]));
        Assert.Throws<ArgumentException>(() => new Split([0], []));
        Assert.Equal([3, 1], new Split([3, 1, 2], [0, 4]).Head(2, null).Train);
        Assert.NotEqual(new Split([0, 1], [2]).Sha256, new Split([0], [1, 2]).Sha256);
    }

    [Fact]
    public void The_catalogue_finds_what_it_lists()
    {
        Assert.All(DatasetCatalogue.All, entry => Assert.Same(entry, DatasetCatalogue.Find(entry.Name)));
        Assert.Null(DatasetCatalogue.Find("brest_cancer"));
        var table = DatasetCatalogue.Find("breast_cancer")!;
        var features = BreastCancer.Load().Features;
        Assert.Equal(4, table.Preprocessing(4).Fit(features).Apply(features).Columns);
        Assert.Equal("raw", DatasetCatalogue.Find("hidden_manifold")!.Preprocessing(4).Name);
    }
}
