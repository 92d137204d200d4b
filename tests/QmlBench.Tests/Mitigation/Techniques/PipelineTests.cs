using QmlBench.Emulation;
using QmlBench.Emulation.Waist;
using QmlBench.Mitigation.Techniques;

namespace QmlBench.Tests.Mitigation.Techniques;

public class PipelineTests
{
    [Theory]
    [InlineData("none")]
    [InlineData("readout")]
    [InlineData("zne")]
    [InlineData("zne:linear:1,3")]
    [InlineData("zne:richardson:1,2,3")]
    [InlineData("zne:linear:1,3:global")]
    [InlineData("zne:poly2:1,2,3,4:two-qubit")]
    [InlineData("cdr")]
    [InlineData("cdr:circuits=10,fraction=0.2")]
    public void Documented_texts_are_understood(string text) => Assert.Null(TechniqueCatalogue.Complaint(text));

    [Theory]
    [InlineData("zen", "did you mean 'zne'")]
    [InlineData("", "Unknown technique")]
    [InlineData("readout:fast", "takes no options")]
    [InlineData("zne:linaer", "did you mean 'linear'")]
    [InlineData("zne:linear:1,x", "'x' is no number")]
    [InlineData("zne:linear:0.5,3", "between 1")]
    [InlineData("zne:linear:NaN,3", "between 1")]
    [InlineData("zne:linear:3,3", "stands twice")]
    [InlineData("zne:linear:1", "at least 2")]
    [InlineData("zne:poly9", "degree 1 to 6")]
    [InlineData("zne:linear:1,3:globl", "did you mean 'global'")]
    [InlineData("zne:linear:1,3:global:more", "5 parts")]
    [InlineData("cdr:circuit=3", "did you mean 'circuits'")]
    [InlineData("cdr:circuits=2", "3 to 1000 of them")]
    [InlineData("cdr:fraction=1", "1 excluded")]
    [InlineData("cdr:10", "NAME=VALUE")]
    public void Other_texts_are_explained(string text, string part)
    {
        string complaint = TechniqueCatalogue.Complaint(text)!;
        Assert.Contains(part, complaint);
        Assert.DoesNotContain("Parameter", complaint);
    }

    [Fact]
    public void Every_technique_is_listed_under_a_name_that_is_understood() =>
        Assert.All(TechniqueCatalogue.All, entry => Assert.Null(TechniqueCatalogue.Complaint(entry.Name)));

    [Fact]
    public void Order_and_repetition_are_checked()
    {
        Assert.Null(Pipeline.Complaint(["readout", "zne", "cdr"]));
        Assert.Contains("comes first", Pipeline.Complaint(["zne", "readout"]));
        Assert.Contains("twice", Pipeline.Complaint(["zne", "zne:richardson"]));
        Assert.Contains("alone", Pipeline.Complaint(["none", "zne"]));
        Assert.Throws<ArgumentException>(() => Pipeline.Wrap(Emulator.Ideal, ["zne", "readout"]));
    }

    [Fact]
    public void No_technique_is_the_device_itself()
    {
        Assert.Same(Emulator.Ideal, Pipeline.Wrap(Emulator.Ideal, []));
        Assert.Same(Emulator.Ideal, Pipeline.Wrap(Emulator.Ideal, ["none"]));
    }

    [Fact]
    public void Identities_name_the_techniques_and_tell_options_apart()
    {
        ExecutorIdentity Of(params string[] techniques) => Pipeline.Wrap(Emulator.Ideal, techniques).Identity;
        Assert.Equal("zne(linear; 1,3; global) on readout on ideal", Of("readout", "zne").Name);
        Assert.Equal(["cdr", "readout", "zne"],
            Of("readout", "zne", "cdr").Versions.Select(one => one.Component).Where(name => name is "cdr" or "readout" or "zne"));
        string[] hashes = [Of().Hash, Of("readout").Hash, Of("zne").Hash, Of("zne:linear:1,5").Hash, Of("zne:linear:1,3:local").Hash,
            Of("cdr").Hash, Of("cdr:circuits=11").Hash, Of("readout", "zne").Hash];
        Assert.Equal(hashes.Length, hashes.Distinct().Count());
        Assert.Equal(Of("zne").Hash, Of("zne:linear:1,3:global").Hash);
    }
}
