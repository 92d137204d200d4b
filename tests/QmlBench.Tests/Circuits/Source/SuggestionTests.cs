using CsCheck;
using QmlBench.Circuits.Source;

namespace QmlBench.Tests.Circuits.Source;

public sealed class SuggestionTests
{
    private static readonly Gen<string> Word = Gen.String[Gen.Char["abcd"], 0, 8];

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("qubist", "qubits", 1)]
    [InlineData("ca", "abc", 3)] // optimal string alignment; the unrestricted distance would be 2
    [InlineData("T1", "t1", 0)]
    public void Distance_counts_edits(string left, string right, int expected) =>
        Assert.Equal(expected, Suggestion.Distance(left, right));

    [Fact]
    public void Distance_is_symmetric_and_bounded_by_the_longer_word() =>
        Property.Holds(Gen.Select(Word, Word), pair =>
        {
            (string a, string b) = pair;
            int distance = Suggestion.Distance(a, b);
            Assert.Equal(distance, Suggestion.Distance(b, a));
            Assert.InRange(distance, Math.Abs(a.Length - b.Length), Math.Max(a.Length, b.Length));
        });

    [Theory]
    [InlineData("durration", "duration")]
    [InlineData("qubit", "qubits")]
    [InlineData("ibm_manilla", "ibm_manila")]
    [InlineData("ibm_man", "ibm_manila")]
    [InlineData("zzzz", null)]
    [InlineData("", null)]
    public void Names_what_was_probably_meant(string name, string? expected) =>
        Assert.Equal(expected, Suggestion.Nearest(name, ["duration", "qubits", "ibm_manila", "gates"]));

    [Fact]
    public void Ties_do_not_depend_on_the_order_of_candidates()
    {
        Assert.Equal("t1", Suggestion.Nearest("t3", ["t2", "t1"]));
        Assert.Equal("t1", Suggestion.Nearest("t3", ["t1", "t2"]));
    }
}
