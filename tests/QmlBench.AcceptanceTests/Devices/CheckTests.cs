using QmlBench.AcceptanceTests.Suites;

namespace QmlBench.AcceptanceTests.Devices;

/// <summary><c>check</c> on sound files and on files with one fault each, with the place where the fault stands.</summary>
public sealed class CheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_shipped_file_is_sound()
    {
        string[] files = [.. Directory.GetFiles(RepositoryRoot.Combine("devices"), "*.yaml").Concat(
            Directory.GetFiles(RepositoryRoot.Combine("suites"), "*.yaml")).Order()];
        var json = CommandLine.Run(["check", .. files, "--json"]).Json();
        Shape.Check(
            """
            [{"file":"text","kind":"text","sound":"flag","problems":[{"line":"whole","column":"whole","severity":"text","message":"text"}]}]
            """, json);
        Assert.Equal(files.Length, json.AsArray().Count);
        Assert.All(json.AsArray(), file => Assert.True((bool)file!["sound"]!));
    }

    [Theory]
    [InlineData("vendor: IBM", "vendr: IBM", ":6:1: unknown key 'vendr' in a device profile", "did you mean 'vendor'?")]
    [InlineData("t1: 131.5286444531517 us", "t1: 131.5", ":26:11: 't1' of qubit 0 is a time and '131.5' has no unit",
        "expected a unit behind the number")]
    [InlineData("t2: 79.01470497124718 us", "t2: 900 us", ":27:37: impossible T2: 900 us is above 2·T1", "expected T2 of at most 2·T1")]
    [InlineData("t2: 79.01470497124718 us", "t2: -1 us", ":27:37: T2 is not positive", "expected a time above 0")]
    [InlineData("2-3, 3-4]", "2-3, 3-4, 3-9]", ":22:24: the coupler 3-9 names qubit 9, which does not exist",
        "expected a qubit from 0 to 4")]
    [InlineData("p1_given_0: 0.0158", "p1_given_0: 1.5", "P(1|0) is 1.5, which is not a probability", "expected a number from 0 to 1")]
    public void A_fault_of_a_device_is_told_with_its_place(string old, string replacement, string problem, string remedy)
    {
        var text = File.ReadAllText(RepositoryRoot.Combine("devices", "ibm_manila_2024-05-27.yaml"));
        Assert.Contains(old, text, StringComparison.Ordinal);
        CheckFault(_folder.Write("device.yaml", text.Replace(old, replacement, StringComparison.Ordinal)), problem, remedy);
    }

    [Theory]
    [InlineData("seed: 7", "sead: 7", ":4:1: unknown key 'sead' in the suite", "did you mean 'seed'?")]
    [InlineData("time: 60 s", "time: 60", "'time' of 'limits' of the suite is a time and '60' has no unit",
        "expected a unit behind the number")]
    [InlineData("[ideal, ibm_manila_2024-05-27]", "[ideal, ibm_manilla]", "unknown device 'ibm_manilla'", "did you mean 'ibm_manila'?")]
    [InlineData("kind: fidelity-kernel", "kind: fidelity-kernl", "unknown kind 'fidelity-kernl'", "did you mean 'fidelity-kernel'?")]
    [InlineData("features: 2, manifold: 3", "features: 6, manifold: 7", "kernel on manifold needs 6 qubits; ibm_manila_2024-05-27 has 5",
        "expected a larger device, or fewer features")]
    [InlineData("exact_qubits: 4", "exact_qubits: 1", "kernel on manifold needs 2 qubits; the suite's limit is 1 exact qubits",
        "expected fewer features, or a larger limits.exact_qubits")]
    [InlineData("execution: { shots: 64 }", "execution: { shots: 64, method: trajectorys }", "'trajectorys'",
        "did you mean 'trajectories'?")]
    [InlineData("execution: { shots: 64 }", "execution: { shots: 64, method: trajectories }",
        "kernel asks for kernels, which compare whole states and are never taken by trajectories", "'method: auto'")]
    [InlineData("exact_qubits: 4", "exact_qubits: 4, trajectorys: 10", "unknown key 'trajectorys'", "did you mean 'trajectories'?")]
    [InlineData("execution: { shots: 64 }", "execution: { shots: 64 }\nmitigation: [{ name: m, techniques: [zne, readout] }]",
        "'readout' corrects recorded bits and comes first", "innermost first")]
    public void A_fault_of_a_suite_is_told_with_its_place(string old, string replacement, string problem, string remedy) =>
        CheckFault(_folder.Write("suite.yaml", TinySuite.With(old, replacement)), problem, remedy);

    [Fact]
    public void Figures_that_nothing_switches_on_are_told_with_their_place()
    {
        var result = CommandLine.Run("check", RepositoryRoot.Combine("devices", "ibm_manila_2024-05-27.yaml"));
        Assert.Equal(0, result.Exit);
        Assert.Contains(":71:1: notice: static ZZ of 4 pair(s): given, and not used unless the source 'crosstalk' is switched on", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_fault_of_every_file_is_told_at_once()
    {
        var suite = _folder.Write(
            "suite.yaml", TinySuite.With("seed: 7", "sead: 7").Replace("time: 60 s", "time: 60", StringComparison.Ordinal));
        var device = _folder.Write("device.yaml", "schema: qmlbench/device/v1\n");
        var result = CommandLine.Run("check", suite, "missing.yaml", device);
        Assert.Equal("error: missing.yaml: there is no such file.\n", result.Err.ReplaceLineEndings("\n"));
        Assert.Equal(2, result.Exit);
        Assert.Contains("suite.yaml:4:1: ", result.Out, StringComparison.Ordinal);
        Assert.Contains("'60' has no unit", result.Out, StringComparison.Ordinal);
        Assert.Contains("device.yaml:1:1: ", result.Out, StringComparison.Ordinal);
    }

    private static void CheckFault(string file, string problem, string remedy)
    {
        var result = CommandLine.Run("check", file);
        Assert.Equal(2, result.Exit);
        var line = Assert.Single(result.Out.Split('\n'), line => line.Contains(problem, StringComparison.Ordinal));
        Assert.StartsWith(file + ":", line, StringComparison.Ordinal);
        Assert.Contains(remedy, line, StringComparison.Ordinal);
        Assert.DoesNotContain("   at QmlBench", result.Out + result.Err, StringComparison.Ordinal);
    }
}
