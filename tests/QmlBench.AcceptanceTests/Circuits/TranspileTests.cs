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
            {"device":"text","seed":"whole","effort":"whole","asked":"text","before":{"two_qubit_gates":"whole","one_qubit_gates":"whole","depth":"whole"},
             "translated":{"two_qubit_gates":"whole","one_qubit_gates":"whole","depth":"whole","depth_2q":"whole","duration_s":"number",
              "without_duration":["text"],"predicted_fidelity":"number","predicted_readout_fidelity":"number","predicted_success":"number"},
             "after":{"two_qubit_gates":"whole","one_qubit_gates":"whole","depth":"whole","depth_2q":"whole","duration_s":"number",
              "without_duration":["text"]},
             "predicted_fidelity":"number","predicted_readout_fidelity":"number","predicted_success":"number","layout":["whole"],"final_permutation":["whole"],
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

    [Fact]
    public void What_is_kept_can_be_asked_and_is_said()
    {
        // A phase between two measured qubits: bitstrings do not see it.
        var phased = _folder.Write("phased.qasm", CircuitTexts.Ghz + " cz q[0],q[2]; bit[3] c; c = measure q;");
        int Gates(string asked, params string[] more) => (int)CommandLine.Run(
            ["transpile", phased, "-d", "ibm_fez", "--asked", asked, "--json", .. more]).Json()["after"]!["two_qubit_gates"]!;
        Assert.True(Gates("bitstrings") < Gates("state"));
        Assert.Equal(2, Gates("bitstrings"));
        Assert.Equal("bitstrings", (string?)CommandLine.Run("transpile", phased, "-d", "ibm_fez", "--asked", "bitstrings", "--json").Json()["asked"]);
        Assert.Contains("kept: the distribution of the bitstrings alone", CommandLine.Run(
            "transpile", phased, "-d", "ibm_fez", "--asked", "bitstrings").Err, StringComparison.Ordinal);
        Assert.Contains("kept: the state", CommandLine.Run("transpile", phased, "-d", "ibm_fez").Err, StringComparison.Ordinal);
        var middle = _folder.Write("middle.qasm", "OPENQASM 3.0; include \"stdgates.inc\"; qubit q; bit c; h q; c = measure q; x q;");
        Assert.Contains("the circuit measures nothing. Add measurements",
            CommandLine.Run("transpile", _ghz, "-d", "ibm_fez", "--asked", "bitstrings").Refused(), StringComparison.Ordinal);
        Assert.Contains("measures nothing at its end",
            CommandLine.Run("transpile", middle, "-d", "ibm_fez", "--asked", "bitstrings").Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("quantinuum_h1-1_spec", "zz")]
    [InlineData("iqm_garnet_spec", "measure")]
    public void Durations_that_a_device_does_not_give_are_unknown_and_named(string device, string missing)
    {
        var measured = _folder.Write("measured.qasm", CircuitTexts.Ghz + " bit[3] c; c = measure q;");
        var result = CommandLine.Run("transpile", measured, "-d", device);
        Assert.Matches("compiled .* unknown ", result.Err);
        Assert.Contains($"{device} gives no duration for ", result.Err, StringComparison.Ordinal);
        var after = CommandLine.Run("transpile", measured, "-d", device, "--json").Json()["after"]!;
        Assert.Null(after["duration_s"]);
        Assert.Contains(missing, after["without_duration"]!.AsArray().Select(name => (string?)name));
    }

    /// <summary>What the objective fidelity makes largest is the product of the two figures printed.</summary>
    [Fact]
    public void Readout_is_predicted_by_itself()
    {
        var json = CommandLine.Run("transpile", _ghz, "-d", "ibm_manila", "--layout", "0,1,2", "--json").Json();
        Assert.InRange((double)json["predicted_readout_fidelity"]!, 0.8, 0.99);
        Assert.Contains("readout of the qubits measured", CommandLine.Run("transpile", _ghz, "-d", "ibm_manila").Err, StringComparison.Ordinal);
        Assert.Equal(1.0, (double)CommandLine.Run("transpile", _ghz, "-d", "ideal", "--json").Json()["predicted_readout_fidelity"]!);
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
