namespace QmlBench.AcceptanceTests.Circuits;

public sealed class ConvertTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("qasm2", "specification")]
    [InlineData("qasm3", "specification")]
    [InlineData("qasm2", "pytket")]
    [InlineData("qasm3", "braket")]
    [InlineData("qasm3", "qiskit")]
    public void Every_form_runs_to_the_same_probabilities(string to, string dialect)
    {
        var circuit = _folder.Write(
            "turn.qasm", "OPENQASM 3.0; include \"stdgates.inc\"; input float[64] a; qubit[2] q; h q[0]; ry(a) q[1]; cx q[0], q[1];");
        var converted = _folder["converted.qasm"];
        var result = CommandLine.Run("convert", circuit, "--to", to, "--dialect", dialect, "--param", "a=0.7", "-o", converted);
        Assert.True(result.Exit == 0, result.Err);
        Assert.Empty(result.Out);
        var before = CommandLine.Run("simulate", circuit, "-d", "ideal", "--param", "a=0.7", "--json").Json()["probabilities"]!.AsObject();
        var after = CommandLine.Run("simulate", converted, "-d", "ideal", "--json").Json()["probabilities"]!.AsObject();
        Assert.All(before, pair => Assert.Equal((double)pair.Value!, (double)after[pair.Key]!, 1e-14));
    }

    [Fact]
    public void Options_that_would_have_no_effect_are_refused()
    {
        var ghz = _folder.Write("ghz.qasm", CircuitTexts.Ghz);
        Assert.Equal("error: --width goes with --to text or --to svg; leave it out.\n", CommandLine.Run("convert", ghz, "--width", "80")
            .Refused());
        Assert.Equal("error: --param x: the circuit has no parameters.\n", CommandLine.Run("convert", ghz, "--param", "x=1").Refused());
    }
}
