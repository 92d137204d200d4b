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

    [Fact]
    public void A_precision_is_reached_without_shots()
    {
        var json = CommandLine.Run("mitigate", _ghz, "-d", "ibm_manila", "-O", "ZZI", "-t", "zne:linear:1,3", "--method", "trajectories",
            "--precision", "0.02", "-j", "2", "--json").Json();
        Assert.InRange((double)json["raw"]!["stderr"]!, 1e-6, 0.02);
        Assert.InRange((double)json["mitigated"]![0]!["stderr"]!, 1e-6, 0.0201);
        Assert.Equal(0, (long)json["mitigated"]![0]!["shots"]!);
    }

    [Fact]
    public void Shots_that_would_each_take_a_trajectory_are_not_the_default()
    {
        var result = CommandLine.Run("mitigate", _ghz, "-d", "ibm_manila", "-O", "ZZI", "-t", "none", "--method", "trajectories");
        Assert.Equal(0, result.Exit);
        Assert.Contains("averages of trajectories to a standard error of 0.01 instead", result.Err, StringComparison.Ordinal);
    }

    [Fact]
    public void Shots_and_a_precision_exclude_one_another() => Assert.Equal(
        "error: --precision says how precise values without shots are, and --shots asks for 100; leave one of them out.\n",
        CommandLine.Run("mitigate", _ghz, "-d", "ibm_manila", "-O", "ZZI", "-t", "zne", "--shots", "100", "--precision", "0.1").Refused());

    [Theory]
    [InlineData("znee", "error: --technique: Unknown technique 'znee'; known are none, readout, zne, cdr; did you mean 'zne'?\n")]
    [InlineData("zne+readout", "error: --technique: 'readout' corrects recorded bits and comes first; write readout before zne.\n")]
    [InlineData("zne+zne", "error: --technique: 'zne' stands twice in the pipeline zne + zne; once is enough.\n")]
    [InlineData("none+zne", "error: --technique: 'none' is the raw value and stands alone.\n")]
    [InlineData("readout:2", "error: --technique: 'readout' takes no options, but '2' follows it.\n")]
    public void A_pipeline_that_cannot_be_is_refused(string technique, string message) =>
        Assert.Equal(message, CommandLine.Run("mitigate", _ghz, "-d", "ibm_manila", "-O", "ZZI", "-t", technique).Refused());
}
