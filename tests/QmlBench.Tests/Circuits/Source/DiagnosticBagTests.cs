using QmlBench.Circuits.Source;

namespace QmlBench.Tests.Circuits.Source;

public sealed class DiagnosticBagTests
{
    private static readonly SourceText A = new("a", "x"), B = new("b", "x");

    private static SourceSpan At(int line, int column) => SourceSpan.At(new(line, column));

    [Fact]
    public void Sorts_by_file_and_position_and_keeps_the_order_of_equals()
    {
        var bag = new DiagnosticBag();
        bag.Error(B, At(1, 1), "b1");
        bag.Error(A, At(2, 1), "a2");
        bag.Notice(A, At(1, 9), "first");
        bag.Warning(A, At(1, 9), "second");
        bag.Error(A, At(1, 2), "a1");
        Assert.Equal(["a1", "first", "second", "a2", "b1"], bag.Sorted.Select(d => d.Message));
        Assert.Equal(["a1", "a2", "b1"], bag.Errors.Select(d => d.Message));
    }

    [Fact]
    public void Notices_and_warnings_alone_do_not_fail()
    {
        var bag = new DiagnosticBag();
        bag.Notice(A, At(1, 1), "n");
        bag.Warning(A, At(1, 1), "w");
        Assert.False(bag.HasErrors);
        bag.ThrowIfErrors();
    }

    [Fact]
    public void Throws_with_every_line()
    {
        var bag = new DiagnosticBag();
        bag.Error(A, At(2, 1), "later");
        bag.Error(A, At(1, 1), "sooner");
        var thrown = Assert.Throws<SourceException>(bag.ThrowIfErrors);
        Assert.Equal("a:1:1: sooner\na:2:1: later", thrown.Message);
        Assert.Equal(2, thrown.Diagnostics.Length);
    }

    [Fact]
    public void A_bag_added_to_itself_doubles()
    {
        var bag = new DiagnosticBag();
        bag.Error(A, At(1, 1), "x");
        bag.Add(bag);
        Assert.Equal(2, bag.Count);
    }

    [Fact]
    public void An_exception_without_an_error_is_refused() =>
        Assert.Throws<ArgumentException>(() => new SourceException(new Diagnostic(Severity.Notice, "a", SourceSpan.Beginning, "n")));
}
