using System.Xml.Linq;

namespace QmlBench.AcceptanceTests.Circuits;

public sealed class TranspileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _ghz;

    public TranspileTests() => _ghz = _folder.Write("ghz.qasm", CircuitTexts.Ghz);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_has_the_contracts_form()
    {
        var json = CommandLine.Run("transpile", _ghz, "-d", "ibm_fez", "--json").Json();
        Shape.Check(
            """
            {"device":"text","seed":"whole","effort":"whole","before":{"two_qubit_gates":"whole","one_qubit_gates":"whole","depth":"whole"},
             "translated":{"two_qubit_gates":"whole","one_qubit_gates":"whole","depth":"whole","depth_2q":"whole","duration_s":"number",
              "predicted_fidelity":"number","predicted_success":"number"},
             "after":{"two_qubit_gates":"whole","one_qubit_gates":"whole","depth":"whole","depth_2q":"whole","duration_s":"number"},
             "predicted_fidelity":"number","predicted_success":"number","layout":["whole"],"final_permutation":["whole"],
             "equivalence":{"method":"text","verified":"flag"},"elapsed_s":"number"}
            """, json);
        Assert.True((bool)json["equivalence"]!["verified"]!);
        Assert.Equal(2, (int)json["after"]!["two_qubit_gates"]!);
        Assert.InRange((double)json["predicted_fidelity"]!, 0.5, 1.0);
    }

    [Fact]
    public void What_it_writes_runs_as_written_with_the_same_result()
    {
        // Measured, so that the compiled text says which device qubit is which bit.
        var ghz = _folder.Write("measured.qasm", CircuitTexts.Ghz + " bit[3] c; c = measure q;");
        var compiled = _folder["compiled.qasm"];
        var result = CommandLine.Run("transpile", ghz, "-d", "ibm_manila", "-o", compiled);
        Assert.Equal(0, result.Exit);
        Assert.Empty(result.Out);
        Assert.Contains("verified: ", result.Err, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(compiled), CommandLine.Run("transpile", ghz, "-d", "ibm_manila").Out);

        // The compiled text has no delays; without idle noise and readout both ways are the same channel.
        string[] options = ["-d", "ibm_manila", "--without", "idle,readout", "--json"];
        var direct = CommandLine.Run(["simulate", ghz, .. options]).Json()["probabilities"]!.AsObject();
        var written = CommandLine.Run(["simulate", compiled, .. options]).Json()["probabilities"]!.AsObject();
        Assert.Equal(direct.Select(pair => pair.Key), written.Select(pair => pair.Key));
        Assert.All(direct, pair => Assert.Equal((double)pair.Value!, (double)written[pair.Key]!, 1e-12));
    }

    [Fact]
    public void Fused_runs_need_fewer_pulses_and_say_where_their_angles_come_from()
    {
        var turns = _folder.Write("turns.qasm",
            "OPENQASM 3.0; include \"stdgates.inc\"; input float a; input float b; qubit[2] q; "
            + "rx(a) q[0]; ry(b) q[0]; rx(a) q[0]; cx q[0],q[1]; ry(a) q[1]; rx(b) q[1]; ry(b) q[1];");
        var template = CommandLine.Run("transpile", turns, "-d", "ibm_manila", "--json").Json();
        var fused = CommandLine.Run("transpile", turns, "-d", "ibm_manila", "--bind", "refuse", "--json").Json();
        Assert.True((int)fused["after"]!["one_qubit_gates"]! < (int)template["after"]!["one_qubit_gates"]!);
        Assert.True((bool)fused["equivalence"]!["verified"]!);
        Assert.Contains("fused", CommandLine.Run("transpile", turns, "-d", "ibm_manila", "--bind", "refuse").Err, StringComparison.Ordinal);

        double Value(string binding) => (double)CommandLine.Run(
            "simulate", turns, "-d", "ibm_manila", "--noise-scale", "0", "--bind", binding, "-O", "XZ", "--param", "a=0.4", "--param", "b=1.3", "--json")
            .Json()["expectations"]!["XZ"]!["value"]!;
        Assert.Equal(Value("template"), Value("refuse"), 1e-10);
    }

    [Theory]
    [InlineData("two-qubit")]
    [InlineData("depth")]
    [InlineData("fidelity")]
    public void Objectives_are_served(string objective)
    {
        var json = CommandLine.Run("transpile", _ghz, "-d", "ibm_guadalupe", "--objective", objective, "--json").Json();
        Assert.Equal(2, (int)json["after"]!["two_qubit_gates"]!);
    }

    [Fact]
    public void A_circuit_on_device_qubits_takes_no_choices_of_the_compiler()
    {
        var written = _folder.Write("written.qasm", "OPENQASM 3.0; include \"stdgates.inc\"; x $0; cx $0,$1;");
        foreach (var (option, value) in new[] { ("--bind", "refuse"), ("--objective", "depth") })
        {
            var message = CommandLine.Run("transpile", written, "-d", "ibm_manila", option, value).Refused();
            Assert.StartsWith($"error: {option} {value}: a circuit on $k is compiled already", message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void It_draws_what_it_compiled()
    {
        var drawing = CommandLine.Run("transpile", _ghz, "-d", "ibm_manila", "--layout", "0,1,2", "--draw");
        Assert.Equal(0, drawing.Exit);
        Assert.StartsWith("$0 q0: ", drawing.Out, StringComparison.Ordinal);
        Assert.Contains("⊕", drawing.Out, StringComparison.Ordinal);
        Assert.Equal("error: --draw and --json exclude each other; give one.\n",
            CommandLine.Run("transpile", _ghz, "-d", "ibm_manila", "--draw", "--json").Refused());
        Assert.Contains("--dialect is for texts", CommandLine.Run("transpile", _ghz, "-d", "ibm_manila", "--draw", "--dialect", "qiskit")
            .Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_holds_what_the_end_of_its_name_says()
    {
        var drawn = CommandLine.Run("transpile", _ghz, "-d", "ibm_manila", "-o", _folder["out.svg"]);
        Assert.Equal(0, drawn.Exit);
        var svg = XDocument.Parse(File.ReadAllText(_folder["out.svg"]));
        Assert.Equal("ghz.qasm on ibm_manila_2024-05-27", svg.Root!.Elements().First().Value);
        Assert.Contains("delay", svg.ToString(), StringComparison.Ordinal);
        Assert.Contains("as given", drawn.Err, StringComparison.Ordinal);
        Assert.Contains("translated", drawn.Err, StringComparison.Ordinal);
        Assert.Contains("compiled", drawn.Err, StringComparison.Ordinal);
        Assert.Contains("layout [", drawn.Err, StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("transpile", _ghz, "-d", "ideal", "-o", _folder["ideal.svg"]).Exit);
        Assert.NotNull(XDocument.Parse(File.ReadAllText(_folder["ideal.svg"])).Root);
        Assert.Contains("one of .qasm, .svg", CommandLine.Run("transpile", _ghz, "-d", "ibm_manila", "-o", _folder["out.png"]).Refused(),
            StringComparison.Ordinal);
        Assert.Contains("--dialect is for texts", CommandLine.Run("transpile", _ghz, "-d", "ibm_manila", "-o", _folder["out.svg"],
            "--dialect", "qiskit").Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_loader_without_device_qubits_is_refused_by_name() =>
        Assert.Contains("Cirq's OpenQASM 3 loader has no physical qubits",
            CommandLine.Run("transpile", _ghz, "-d", "ibm_manila", "--dialect", "cirq").Refused(), StringComparison.Ordinal);
}
