using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Yaml;

public sealed class YamlSourceTests
{
    private static (YamlNode? Root, string[] Problems) Parse(string text)
    {
        var bag = new DiagnosticBag();
        YamlNode? root = YamlSource.Parse(new SourceText("f", text), bag);
        return (root, [.. bag.Sorted.Select(d => d.ToString())]);
    }

    [Fact]
    public void Every_node_knows_its_place()
    {
        var root = Assert.IsType<YamlMapping>(Parse("a: 1\r\nbc:\r\n  - x\r\n  - \"y z\"\r\n").Root);
        Assert.Equal(new(new(1, 1), new(1, 2)), root.Entries[0].Key.Span);
        Assert.Equal(new(new(1, 4), new(1, 5)), root.Entries[0].Value.Span);
        var list = Assert.IsType<YamlSequence>(root.Entries[1].Value);
        Assert.Equal(new(new(3, 5), new(3, 6)), list.Items[0].Span);
        var quoted = Assert.IsType<YamlScalar>(list.Items[1]);
        Assert.Equal(new(new(4, 5), new(4, 10)), quoted.Span);
        Assert.True(quoted.IsQuoted);
        Assert.Equal("y z", quoted.Text);
    }

    [Theory]
    [InlineData("", "f:1:1: the file is empty")]
    [InlineData("# only words\n", "f:1:1: the file is empty")]
    [InlineData("a: 1\na: 2\n", "f:2:1: the key 'a' is here for the second time, first in line 1")]
    [InlineData("a: &x 1\n", "f:1:4: an anchor is not allowed here; expected the value alone")]
    [InlineData("a: *x\n", "f:1:4: an alias is not allowed here; expected the value itself")]
    [InlineData("a: !!int 1\n", "f:1:4: the tag 'tag:yaml.org,2002:int' is not allowed here; expected the value alone")]
    [InlineData("a: 1\n---\nb: 2\n", "f:2:1: a second document begins here; expected one document a file")]
    [InlineData("?\t:", "f:1:4: nothing can be read here; expected a value")]
    [InlineData("!!]", "f:1:4: not valid YAML: what follows here cannot be understood")]
    [InlineData("[a]: 1\n", "f:1:1: a key cannot be a list; expected a name")]
    public void What_is_not_plain_data_is_refused(string text, string expected) => Assert.Equal([expected], Parse(text).Problems);

    [Theory]
    [InlineData("a: [1, 2\nb: 3\n", 1, 6)]
    [InlineData("a: 1\n  b: 2\n", 2, 4)]
    [InlineData("a: \"x\n", 1, 4)]
    [InlineData("a: 1\n\tb: 2\n", 1, 4)]
    [InlineData("a: @x\n", 1, 4)]
    public void Broken_syntax_is_reported_where_it_breaks(string text, int line, int column)
    {
        (YamlNode? root, string[] problems) = Parse(text);
        Assert.Null(root);
        Assert.StartsWith($"f:{line}:{column}: not valid YAML: ", Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Deep_nesting_is_refused_before_it_can_hurt() =>
        Assert.Equal(["f:1:42: lists and mappings are nested deeper than 40"], Parse(new string('[', 5000)).Problems);

    [Fact]
    public void A_text_beyond_all_measure_is_refused_unread() =>
        Assert.Equal(["f:1:1: the file is too long: 16777217 characters; expected at most 16777216"], Parse(new string('\n', YamlSource.LongestText + 1)).Problems);

    [Theory]
    [InlineData("a:", true)]
    [InlineData("a: ~", true)]
    [InlineData("a: null", true)]
    [InlineData("a: ''", false)]
    [InlineData("a: 'null'", false)]
    public void Only_what_is_not_quoted_can_be_nothing(string text, bool isNull)
    {
        var root = Assert.IsType<YamlMapping>(Parse(text).Root);
        Assert.Equal(isNull, Assert.IsType<YamlScalar>(root.Entries[0].Value).IsNull);
    }
}
