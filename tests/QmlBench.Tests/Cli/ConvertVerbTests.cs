using QmlBench.Cli;
using QmlBench.Cli.Output;

namespace QmlBench.Tests.Cli;

public sealed class ConvertVerbTests : IDisposable
{
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Theory]
    [InlineData("qasm2", "common", "cx q[0], q[1];")]
    [InlineData("qasm3", "braket", "cnot q[0], q[1];")]
    [InlineData("qasm3", "qiskit", "include \"stdgates.inc\";")]
    [InlineData("text", null, "q[0]: ─┤h├──●")]
    [InlineData("svg", null, "<svg ")]
    public void A_circuit_is_converted(string to, string? dialect, string expected)
    {
        (int code, string output, _) = Run("OPENQASM 3.0; include \"stdgates.inc\"; qubit[2] q; h q[0]; cx q[0], q[1];", to, dialect);
        Assert.Equal(0, code);
        Assert.Contains(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_loader_does_not_take_is_refused_by_name()
    {
        (int code, string output, string error) = Run("OPENQASM 3.0; include \"stdgates.inc\"; qubit[2] q; barrier q;", "qasm3", "cirq");
        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("a barrier, which Cirq's OpenQASM 3 loader does not take", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_drawing_takes_no_dialect()
    {
        (int code, _, string error) = Run("OPENQASM 3.0; qubit[2] q;", "svg", "qiskit");
        Assert.Equal(2, code);
        Assert.Contains("--dialect is for texts", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_show_the_line_and_a_caret()
    {
        (int code, _, string error) = Run("OPENQASM 3.0;\nqubit[2] q;\nhh q[0];", "qasm3", "common");
        Assert.Equal(2, code);
        Assert.Contains(":3:1: Gate 'hh' is not defined", error, StringComparison.Ordinal);
        Assert.Contains("    hh q[0];\n    ^^", error, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Error) Run(string text, string to, string? dialect)
    {
        File.WriteAllText(_file, text);
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = Program.Run(["convert", _file, "--to", to, .. dialect is null ? Array.Empty<string>() : ["--dialect", dialect]], new Terminal(output, error, false));
        return (code, output.ToString(), error.ToString());
    }
}
