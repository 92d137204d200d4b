using QmlBench.Circuits.Source;

namespace QmlBench.Tests.Circuits.Source;

public sealed class DiagnosticTests
{
    private static readonly SourceText Source = new("a.yaml", "name: x\n\tt3: 5 us\n");

    private static SourceSpan Span(int line, int from, int to) => new(new(line, from), new(line, to));

    [Fact]
    public void Prints_place_fault_expectation_and_suggestion() =>
        Assert.Equal(
            "a.yaml:2:2: unknown key 't3'; expected one of t1, t2; did you mean 't1'?",
            new Diagnostic(Severity.Error, "a.yaml", Span(2, 2, 4), "unknown key 't3'", "one of t1, t2", "t1").ToString());

    [Theory]
    [InlineData(Severity.Error, "a.yaml:1:1: odd")]
    [InlineData(Severity.Warning, "a.yaml:1:1: warning: odd")]
    [InlineData(Severity.Notice, "a.yaml:1:1: notice: odd")]
    public void Says_its_severity_unless_it_is_an_error(Severity severity, string expected) =>
        Assert.Equal(expected, new Diagnostic(severity, "a.yaml", SourceSpan.Beginning, "odd").ToString());

    [Fact]
    public void Excerpt_points_at_the_span_and_keeps_tabs() =>
        Assert.Equal(
            "    \tt3: 5 us\n    \t^^",
            new Diagnostic(Severity.Error, "a.yaml", Span(2, 2, 4), "unknown").Excerpt(Source));

    [Fact]
    public void Excerpt_survives_places_outside_the_text() =>
        Assert.Equal("    \n    ^", new Diagnostic(Severity.Error, "a.yaml", Span(99, 40, 60), "gone").Excerpt(Source));
}
