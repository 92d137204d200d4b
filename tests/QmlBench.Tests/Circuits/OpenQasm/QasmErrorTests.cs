using QmlBench.Circuits.OpenQasm;
using static QmlBench.Tests.Circuits.OpenQasm.QasmText;

namespace QmlBench.Tests.Circuits.OpenQasm;

public sealed class QasmErrorTests
{
    [Theory]
    [InlineData("qubit[2] q;\nhh q[0];", "test.qasm:4:1: Gate 'hh' is not defined; did you mean")]
    [InlineData("qubit[2] qr;\nh q[0];", "test.qasm:4:3: 'q' is not declared; did you mean 'qr'?")]
    [InlineData("qubit[2] q;\nh q[2];", "test.qasm:4:5: Index 2 is outside of 'q', which has size 2; expected 0 to 1")]
    [InlineData("qubit[2] q;\ncx q[1], q[1];", "test.qasm:4:10: Qubit q[1] stands at two places of a gate")]
    [InlineData("qubit[2] q;\ngate g a, b { cx b, a; cx a, a; }\ng q[0], q[1];", "test.qasm:4:30: Qubit a stands at two places of a gate")]
    [InlineData("cx $3, $3;", "test.qasm:3:8: Qubit $3 stands at two places of a gate")]
    [InlineData("qubit[2] q;\ncx q[1];", "test.qasm:4:1: 'cx' takes 2 qubits, but got 1")]
    [InlineData("qubit[2] q;\nrx q[1];", "test.qasm:4:1: 'rx' takes 1 angle, but got 0")]
    [InlineData("qubit[2] q;\nqubit q;", "test.qasm:4:7: 'q' is already declared in line 3 as a register of qubits")]
    [InlineData("qubit[2] q; bit[3] c;\nc = measure q;",
        "test.qasm:4:1: 2 qubits are measured into 3 classical bits; the sizes must be equal")]
    [InlineData("qubit[2] q; bit[2] c;\nh c;", "test.qasm:4:3: 'c' is a register of classical bits, not a qubit")]
    [InlineData("qubit[2] q;\nrx(sinn(1)) q[0];", "test.qasm:4:4: There is no function 'sinn'")]
    [InlineData("qubit[2] q;\nrx(1/0) q[0];", "test.qasm:4:4: Division by zero")]
    [InlineData("qubit[2] q;\nrx(log(0)) q[0];", "test.qasm:4:4: The value of this expression is")]
    [InlineData("qubit[2] q;\nh q[0]", "test.qasm:4:7: Found the end of the file; expected ';' or ','")]
    [InlineData("gate g a { h b; }", "test.qasm:3:14: 'b' is not a qubit of this gate")]
    [InlineData("gate g a { measure a -> c; }", "test.qasm:3:12: The body of a gate holds gates only, not a measurement")]
    [InlineData("gate g { }", "test.qasm:3:6: Gate 'g' acts on no qubits")]
    [InlineData("def f(int a) -> int { return a; }", "test.qasm:3:1: unsupported: subroutines (def)")]
    [InlineData("bit c; while (c) { }", "test.qasm:3:8: unsupported: loops that depend on measurements (while)")]
    [InlineData("qubit q; h $0;", "test.qasm:3:1: A program has declared qubits or physical ones ($0), not both")]
    [InlineData("qubit q; delay[100] q;", "test.qasm:3:16: This is not a length of time; expected a number with a unit")]
    [InlineData("include \"other.inc\";", "test.qasm:3:9: There is no library 'other.inc'; files are never read from disk")]
    [InlineData("qubit[200000] q;", "test.qasm:3:7: A program may have at most 100000 qubits")]
    [InlineData("bit c; qubit q; if (c) { c = measure q; x q; }", "test.qasm:3:21: unsupported: an if whose body measures into the bits")]
    [InlineData("qubit q; rx(0x95000000000000022) q;", "test.qasm:3:13: The number 0x95000000000000022 is too large")]
    [InlineData("gate g(a) q { rx(1e300*a) q; } qubit q; g(1e300) q;", "test.qasm:3:41: An angle must be finite")]
    public void Errors_have_a_place_and_a_remedy(string body, string message) =>
        Assert.StartsWith(message, FirstError(Head3 + body), StringComparison.Ordinal);

    [Theory]
    [InlineData("OPENQASM 2.0;\nqreg q[1];\ncx q[0],q[0];", "test.qasm:3:1: Gate 'cx' is not defined; expected include \"qelib1.inc\";")]
    [InlineData("OPENQASM 4.0;\n", "test.qasm:1:10: OpenQASM 4.0 is not a version this program reads")]
    [InlineData(Head2
        + "opaque g(a) x;\nqreg q[1];\ng(0.1) q[0];", "test.qasm:5:1: unsupported: the opaque gate 'g', which has no definition")]
    [InlineData(Head2 + "qreg pi[2];", "test.qasm:3:6: 'pi' is a reserved word")]
    public void Errors_of_other_texts(string text, string message) =>
        Assert.StartsWith(message, FirstError(text), StringComparison.Ordinal);

    [Fact]
    public void Several_errors_come_in_one_pass_in_the_order_of_the_text()
    {
        QasmResult result = Try(Head3 + "qubit[2] q;\nh q[5];\nrx(0.1 q[0];\nfoo q[0];\nif (c) { x q[0]; }\nx q[0];");
        Assert.Equal([4, 5, 6, 7], result.Diagnostics.Errors.Select(error => error.Position.Line));
    }

    [Fact]
    public void Strict_reading_refuses_what_only_exporters_write()
    {
        var strict = new QasmOptions { Strict = true };
        Assert.Contains("Gate 'sx' is not defined", FirstError(Head2 + "qreg q[1]; sx q[0];", strict), StringComparison.Ordinal);
        Assert.Contains("'alpha' is not declared", FirstError(Head2 + "qreg q[1]; rx(alpha) q[0];", strict), StringComparison.Ordinal);
        Assert.Contains("whole register", FirstError(Head2 + "qreg q[1]; creg c[2]; if(c[0]==1) x q[0];", strict),
            StringComparison.Ordinal);
        string[] broken =
            ["qreg Q[1];", "qreg q[1]; rx(1e-3) q[0];", "qreg q[1]; rx(0.1,) q[0];", "qreg q[1]; barrier;", "qreg q[1];;", "qreg q[01];"];
        Assert.All(broken, body => Assert.Null(Try(Head2 + body, strict).Circuit));
        Assert.All(broken, body => Assert.NotNull(Try(Head2 + body).Circuit));
        Assert.Null(Try("OPENQASM 2;\nqreg q[1];", strict).Circuit);
        Assert.Null(Try("qreg q[1];", strict).Circuit);
        Assert.Equal(["alpha"], Read(Head2 + "qreg q[1]; rx(alpha) q[0];").Parameters);
    }

    [Theory]
    [InlineData("nesting")]
    [InlineData("brackets")]
    [InlineData("operators")]
    [InlineData("loop")]
    [InlineData("gates")]
    [InlineData("conditions")]
    [InlineData("barriers")]
    public void Bombs_are_refused(string kind)
    {
        string text = Head3 + kind switch
        {
            "nesting" => "bit c; qubit q;" + string.Concat(Enumerable.Repeat("if (c) {", 5000)),
            "brackets" => "qubit q; rx(" + new string('(', 100_000) + "1",
            "operators" => "input float x; qubit q; rx(x" + string.Concat(Enumerable.Repeat("*x", 100_000)) + ") q;",
            "conditions" => "bit[2] c;" + string.Concat(Enumerable.Repeat("if (c[0] || c[1]) {", 60)) + new string('}', 60),
            "barriers" => "qubit[100000] q; for int i in [0:9999] { barrier; }",
            "loop" => "qubit q; for int i in [0:1000000000] { for int j in [0:1000000000] { x q; } }",
            _ => "gate g0 a { x a; y a; }" + string
                .Concat(Enumerable.Range(1, 40).Select(i => $"gate g{i} a {{ g{i - 1} a; g{i - 1} a; }}"))
                + "qubit q; g40 q;",
        };
        Assert.Null(Try(text).Circuit);
        Assert.Null(Try(text, new QasmOptions { KeepDefinitions = true }).Circuit);
    }
}
