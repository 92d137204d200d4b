using System.Text;
using QmlBench.Learning.Datasets;

namespace QmlBench.Tests.Learning.Datasets;

public sealed class BreastCancerTests
{
    [Fact]
    public void The_shipped_table_is_whole()
    {
        var data = BreastCancer.Load();
        Assert.Equal((569, 30), (data.Features.Rows, data.Features.Columns));
        Assert.Equal(["malignant", "benign"], data.ClassNames);
        Assert.Equal(212, data.Labels.Count(label => label == 0));
        Assert.Equal((17.99, 0.1189), (data.Features[0, 0], data.Features[0, 29]));
        Assert.Contains("CC BY 4.0", data.Provenance, StringComparison.Ordinal);
    }

    [Fact]
    public void The_hash_of_the_contents_changes_with_a_single_label()
    {
        var data = BreastCancer.Load();
        var changed = new Dataset(
            data.Name, new(data.Features, data.Labels.SetItem(568, 1 - data.Labels[568])), data.ClassNames, data.Provenance);
        Assert.NotEqual(data.Sha256, changed.Sha256);
        Assert.Equal(data.Sha256, BreastCancer.Load().Sha256);
    }

    [Theory]
    [InlineData("2,1,a\n1,0\n", "2 rows")]
    [InlineData("1,1,a,b\n1,2\n", "t:2: '2' is not a class index")]
    [InlineData("1,1,a,b\nx,1\n", "t:2: field 1, 'x'")]
    [InlineData("1,2,a,b\n1,1\n", "t:2: 2 features")]
    [InlineData("nothing\n", "t:1")]
    public void A_table_that_is_not_what_it_announces_is_refused_with_its_place(string text, string expected)
    {
        var fault = Assert.Throws<FormatException>(() => TableReader.Read(text, "t", string.Empty));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_reads_the_same_with_either_line_ending()
    {
        var text = new StringBuilder("2,1,a,b\n0.5,0\n-1,1\n").ToString();
        Assert.Equal(
            TableReader.Read(text, "t", string.Empty).Sha256,
            TableReader.Read(text.Replace("\n", "\r\n", StringComparison.Ordinal), "t", string.Empty).Sha256);
    }
}
