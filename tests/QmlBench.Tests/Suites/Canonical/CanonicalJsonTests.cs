using QmlBench.Suites.Canonical;

namespace QmlBench.Tests.Suites.Canonical;

public sealed class CanonicalJsonTests
{
    [Fact]
    public void KeysStandInOrdinalOrder() =>
        Assert.Equal("{\"B\":1,\"a\":2}", CanonicalJson.Object(("a", 2), ("B", 1)).Text);

    [Theory]
    [InlineData(0.1, "0.1")]
    [InlineData(1e300, "1E+300")]
    [InlineData(double.NaN, "\"NaN\"")]
    [InlineData(double.PositiveInfinity, "\"Infinity\"")]
    public void NumbersAreShortestRoundTrip(double value, string expected) => Assert.Equal(expected, ((CanonicalJson)value).Text);

    [Fact]
    public void TextsAreEscaped() => Assert.Equal("\"a\\\"b\\\\\\n\"", ((CanonicalJson)"a\"b\\\n").Text);

    // SHA-256 of the two bytes "[]", from FIPS 180-4 by an independent tool.
    [Fact]
    public void HashIsSha256OfTheText() => Assert.Equal(
        "4f53cda18c2baa0c0354bb5f9a3ecbe5ed12ab4d8e11ba873c2f11161202b945", CanonicalJson.Array(Array.Empty<string>()).Hash);
}
