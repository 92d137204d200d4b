namespace QmlBench.AcceptanceTests.Circuits;

public sealed class MitigateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _ghz;

    public MitigateTests() => _ghz = _folder.Write("ghz.qasm", CircuitTexts.Ghz);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_has_the_contracts_form_and_totals_are_equal()
    {
        var json = CommandLine.Run("mitigate", _ghz, "-d", "ibm_manila", "-O", "ZZI", "-t", "readout", "-t", "zne", "-t",
            "readout+zne:linear:1,3", "-t", "cdr", "--shots", "60000", "--json").Json();
        Shape.Check(
            """
            {"ideal":"number","raw":{"value":"number","stderr":"number","shots":"whole"},
             "mitigated":[{"technique":"text","value":"number","stderr":"number","shots":"whole","circuits":"whole"}]}
            """, json);
        Assert.Equal(1.0, (double)json["ideal"]!, 1e-12);
        Assert.Equal(["readout", "zne", "readout+zne:linear:1,3", "cdr"], json["mitigated"]!.AsArray()
            .Select(one => (string)one!["technique"]!));
        Assert.All(json["mitigated"]!.AsArray(), one => Assert.InRange((long)one!["shots"]!, 1, (long)json["raw"]!["shots"]!));
        Assert.True(
            Math.Abs((double)json["mitigated"]![0]!["value"]! - 1) < Math.Abs((double)json["raw"]!["value"]! - 1),
                "readout inversion brings a GHZ parity closer");
    }

    [Theory]
    [InlineData("znee", "error: --technique: Unknown technique 'znee'; known are none, readout, zne, cdr; did you mean 'zne'?\n")]
    [InlineData("zne+readout", "error: --technique: 'readout' corrects recorded bits and comes first; write readout before zne.\n")]
    [InlineData("zne+zne", "error: --technique: 'zne' stands twice in the pipeline zne + zne; once is enough.\n")]
    [InlineData("none+zne", "error: --technique: 'none' is the raw value and stands alone.\n")]
    [InlineData("readout:2", "error: --technique: 'readout' takes no options, but '2' follows it.\n")]
    public void A_pipeline_that_cannot_be_is_refused(string technique, string message) =>
        Assert.Equal(message, CommandLine.Run("mitigate", _ghz, "-d", "ibm_manila", "-O", "ZZI", "-t", technique).Refused());
}
