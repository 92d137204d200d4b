using QmlBench.Reporting.Pages;

namespace QmlBench.Tests.Reporting;

public sealed class MarkdownTextTests
{
    [Theory]
    [InlineData("0.913 [0.891, 0.935]", "0.913 [0.891, 0.935]")]
    [InlineData("roc_auc", "roc_auc")]
    [InlineData("a | b", "a \\| b")]
    [InlineData("<b>*x*</b>", "\\<b\\>\\*x\\*\\</b\\>")]
    [InlineData("one\ntwo", "one two")]
    [InlineData("[click](there)", "\\[click\\](there)")]
    public void SignsWithAMeaningAreEscapedAndNumbersAreNot(string text, string expected) =>
        Assert.Equal(expected, MarkdownText.Escape(text));

    [Fact]
    public void AFenceIsLongerThanWhatItHolds() => Assert.Equal("`````", MarkdownText.Fence("a ```` b ``"));
}
