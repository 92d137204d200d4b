using CsCheck;
using QmlBench.Circuits.Source;

namespace QmlBench.Tests.Circuits.Source;

public sealed class SourceTextTests
{
    [Theory]
    [InlineData("", 0, 1, 1)]
    [InlineData("ab\ncd", 0, 1, 1)]
    [InlineData("ab\ncd", 2, 1, 3)]
    [InlineData("ab\ncd", 3, 2, 1)]
    [InlineData("ab\ncd", 5, 2, 3)]
    [InlineData("ab\r\ncd", 4, 2, 1)]
    [InlineData("ab\rcd", 3, 2, 1)]
    [InlineData("\n\n", 2, 3, 1)]
    public void Offsets_become_lines_and_columns(string text, int offset, int line, int column) =>
        Assert.Equal(new SourcePosition(line, column), new SourceText("f", text).PositionOf(offset));

    [Fact]
    public void Lines_lose_their_endings_and_lines_outside_are_empty()
    {
        var source = new SourceText("f", "one\r\ntwo\rthree\n");
        Assert.Equal(4, source.LineCount);
        Assert.Equal(["", "one", "two", "three", "", ""], Enumerable.Range(0, 6).Select(source.Line));
    }

    [Fact]
    public void A_byte_order_mark_is_dropped() => Assert.Equal("a", new SourceText("f", "\uFEFFa").Text);

    [Fact]
    public void An_offset_outside_is_refused()
    {
        var source = new SourceText("f", "abc");
        Assert.Throws<ArgumentOutOfRangeException>(() => source.PositionOf(4));
        Assert.Throws<ArgumentOutOfRangeException>(() => source.PositionOf(-1));
    }

    [Fact]
    public void The_character_at_a_position_is_the_character_at_the_offset() =>
        Property.Holds(Gen.String[Gen.Char["ab \n\r\t"], 0, 40], text =>
        {
            var source = new SourceText("f", text);
            for (int i = 0; i < text.Length; i++)
            {
                SourcePosition at = source.PositionOf(i);
                string line = source.Line(at.Line);
                if (text[i] is not '\n' and not '\r')
                    Assert.Equal(text[i], line[at.Column - 1]);
            }
        });
}
