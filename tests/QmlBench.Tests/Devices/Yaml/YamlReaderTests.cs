using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Yaml;

public sealed class YamlReaderTests
{
    private static (YamlMappingReader Map, DiagnosticBag Bag) Open(string text)
    {
        var bag = new DiagnosticBag();
        var source = new SourceText("f", text);
        YamlMappingReader map = new YamlReader(source, bag).Mapping(YamlSource.Parse(source, bag)!, "the file")!;
        return (map, bag);
    }

    private static void Reports(string text, Action<YamlMappingReader> read, params string[] expected)
    {
        (YamlMappingReader map, DiagnosticBag bag) = Open(text);
        read(map);
        Assert.Equal(expected, bag.Sorted.Select(d => d.ToString()));
    }

    [Fact]
    public void Typed_values_are_read()
    {
        (YamlMappingReader map, DiagnosticBag bag) = Open("t: words\nn: 0.5\ni: -3\nf: true\nc: red\nq: 5 us\nd: 2024-05-27\nl: [a, b]\nm: {x: 1}\n");
        Assert.Equal("words", map.RequiredText("t"));
        Assert.Equal(0.5, map.Number("n"));
        Assert.Equal(-3, map.Integer("i"));
        Assert.True(map.Flag("f"));
        Assert.Equal("red", map.Choice("c", ["red", "blue"]));
        Assert.Equal(5e-6, map.Measure("q", Dimension.Time));
        Assert.Equal(new DateTimeOffset(2024, 5, 27, 0, 0, 0, TimeSpan.Zero), map.Time("d"));
        Assert.Equal(["a", "b"], map.Texts("l"));
        Assert.Equal(1, map.RequiredMapping("m")!.Number("x"));
        map.Finish();
        Assert.Equal(0, bag.Count);
    }

    [Fact]
    public void Absent_keys_are_null_unless_required()
    {
        Reports("a: 1\n", map => Assert.Null(map.Number("b")));
        Reports("a: 1\n", map => Assert.Null(map.RequiredText("b")), "f:1:1: the file has no 'b'; expected the key 'b'");
    }

    [Theory]
    [InlineData("q: 5", "f:1:4: 'q' of the file is a time and '5' has no unit; expected a unit behind the number, one of ps, ns, us, ms, s")]
    [InlineData("q: 5 GHz", "f:1:4: 'q' of the file is a time and '5 GHz' has another unit; expected one of ps, ns, us, ms, s")]
    [InlineData("q: 5 mks", "f:1:4: 'q' of the file is a time and '5 mks' has another unit; expected one of ps, ns, us, ms, s; did you mean 'ms'?")]
    [InlineData("q: nan", "f:1:4: 'q' of the file is 'nan'; expected a time: a number and one of ps, ns, us, ms, s")]
    [InlineData("q: [1]", "f:1:4: 'q' of the file is a list; expected a time: a number and one of ps, ns, us, ms, s")]
    [InlineData("q:", "f:1:3: 'q' of the file is nothing; expected a time: a number and one of ps, ns, us, ms, s")]
    [InlineData("q: 1e999 s", "f:1:4: 'q' of the file: '1e999 s' is beyond the range of a number; expected a magnitude between 1e-300 and 1e300")]
    public void Quantities_that_cannot_be_read_say_why(string text, string expected) =>
        Reports(text, map => Assert.Null(map.Measure("q", Dimension.Time)), expected);

    [Theory]
    [InlineData("n: x", "f:1:4: 'n' of the file is 'x'; expected a number without unit")]
    [InlineData("n: .nan", "f:1:4: 'n' of the file is '.nan'; expected a number without unit")]
    [InlineData("n: .inf", "f:1:4: 'n' of the file is '.inf'; expected a number without unit")]
    [InlineData("n: 2", "f:1:4: 'n' of the file is 2; expected a number from 0 to 1")]
    [InlineData("n: 1e999", "f:1:4: 'n' of the file: '1e999' is beyond the range of a number; expected a magnitude between 1e-300 and 1e300")]
    public void Numbers_that_cannot_be_read_say_why(string text, string expected) =>
        Reports(text, map => Assert.Null(map.Number("n", 0, 1)), expected);

    [Theory]
    [InlineData("i: 1.5", "f:1:4: 'i' of the file is '1.5'; expected a whole number of at least 1")]
    [InlineData("i: 0", "f:1:4: 'i' of the file is '0'; expected a whole number of at least 1")]
    public void Whole_numbers_that_cannot_be_read_say_why(string text, string expected) =>
        Reports(text, map => Assert.Null(map.Integer("i", least: 1)), expected);

    [Fact]
    public void Bounds_are_told_where_there_is_one()
    {
        Reports("n: 2", map => Assert.Null(map.Number("n", most: 1)), "f:1:4: 'n' of the file is 2; expected a number of at most 1");
        Reports("n: 2", map => Assert.Null(map.Number("n", least: 3)), "f:1:4: 'n' of the file is 2; expected a number of at least 3");
        Reports("n: 2", map => Assert.Null(map.Integer("n", most: 1)), "f:1:4: 'n' of the file is '2'; expected a whole number of at most 1");
    }

    [Fact]
    public void Sizes_have_units_of_their_own() =>
        Reports("q: 5", map => Assert.Null(map.Measure("q", Dimension.Memory)), "f:1:4: 'q' of the file is a size and '5' has no unit; expected a unit behind the number, one of B, kB, MB, GB, KiB, MiB, GiB");

    [Fact]
    public void A_key_that_is_refused_is_not_offered() =>
        Reports(
            "a: 1\nb: 2\nc: 3\n",
            map =>
            {
                map.Number("a");
                map.Refuse("b", "there is no b", "a alone");
                map.Refuse("d", "there is no d", "a alone");
                map.Finish();
            },
            "f:2:1: there is no b; expected a alone", "f:3:1: unknown key 'c' in the file; expected one of a");

    [Theory]
    [InlineData("f: yes")]
    [InlineData("f: 'true'")]
    [InlineData("f: True")]
    public void Only_true_and_false_are_flags(string text) =>
        Reports(text, map => Assert.Null(map.Flag("f")), $"f:1:4: 'f' of the file is '{text[3..].Trim('\'')}'; expected true or false");

    [Fact]
    public void Words_outside_a_list_get_a_suggestion() =>
        Reports("c: bleu", map => Assert.Null(map.Choice("c", ["red", "blue"])), "f:1:4: unknown c 'bleu'; expected one of red, blue; did you mean 'blue'?");

    [Fact]
    public void Unknown_keys_are_reported_with_the_nearest_free_key() =>
        Reports(
            "t1: 5 us\nt3: 5 us\n",
            map =>
            {
                map.Measure("t1", Dimension.Time);
                map.Measure("t2", Dimension.Time);
                map.Finish();
            },
            "f:2:1: unknown key 't3' in the file; expected one of t1, t2; did you mean 't2'?");

    [Theory]
    [InlineData("d: 2024-05-27T15:27:23-03:00", "2024-05-27T18:27:23Z")]
    [InlineData("d: 2021-11-16T10:26:55.838Z", "2021-11-16T10:26:55.838Z")]
    public void Dates_keep_their_offset(string text, string instant) =>
        Assert.Equal(DateTimeOffset.Parse(instant), Open(text).Map.Time("d"));

    [Theory]
    [InlineData("d: 27.5.2024")]
    [InlineData("d: 2024-13-01")]
    [InlineData("d: 2024-05-27T15:27:23")]
    public void Other_dates_are_refused(string text) =>
        Reports(
            text, map => Assert.Null(map.Time("d")),
            $"f:1:4: 'd' of the file is '{text[3..]}'; expected a date such as 2024-05-27 or 2024-05-27T15:27:23+02:00");
}
