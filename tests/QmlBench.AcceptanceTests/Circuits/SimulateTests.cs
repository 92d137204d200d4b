namespace QmlBench.AcceptanceTests.Circuits;

public sealed class SimulateTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _ghz;

    public SimulateTests() => _ghz = _folder.Write("ghz.qasm", CircuitTexts.Ghz);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_has_the_contracts_form()
    {
        var json = CommandLine.Run("simulate", _ghz, "-d", "ibm_manila", "-O", "ZZI", "-O", "0.5*XXX - ZII", "--shots", "1000", "--json")
            .Json();
        Shape.Check(
            """
            {"device":"text","method":"text","qubits":"whole","shots":"whole","seed":"whole",
             "probabilities":{"*":"number"},"counts":{"*":"whole"},
             "expectations":{"*":{"value":"number","stderr":"number","exact":"number"}},
             "compiled":{"two_qubit_gates":"whole","depth":"whole","duration_s":"number","layout":["whole"]},"elapsed_s":"number"}
            """, json);
        Assert.Equal("ibm_manila_2024-05-27", (string?)json["device"]);
        Assert.Equal(3, (int)json["qubits"]!);
        Assert.Equal(1.0, json["probabilities"]!.AsObject().Sum(pair => (double)pair.Value!), 1e-12);
        Assert.Equal(1000, json["counts"]!.AsObject().Sum(pair => (long)pair.Value!));
        Assert.Equal(["ZZI", "0.5*XXX - ZII"], json["expectations"]!.AsObject().Select(pair => pair.Key));
        Assert.All(json["expectations"]!.AsObject(), pair => Assert.InRange(
            Math.Abs((double)pair.Value!["value"]! - (double)pair.Value!["exact"]!), 0.0, 5 * (double)pair.Value!["stderr"]!));
    }

    [Fact]
    public void The_ideal_device_gives_the_ideal_state_and_no_counts_without_shots()
    {
        var json = CommandLine.Run("simulate", _ghz, "-d", "ideal", "-O", "XXX", "--json").Json();
        Assert.Equal(["000", "111"], json["probabilities"]!.AsObject().Where(pair => (double)pair.Value! > 1e-12).Select(pair => pair.Key)
            .Order());
        Assert.Equal(0.5, (double)json["probabilities"]!["111"]!, 1e-12);
        Assert.Equal(1.0, (double)json["expectations"]!["XXX"]!["value"]!, 1e-12);
        Assert.Empty(json["counts"]!.AsObject());
    }

    [Fact]
    public void Bitstrings_have_the_last_bit_leftmost()
    {
        var one = _folder.Write("one.qasm", "OPENQASM 3.0; include \"stdgates.inc\"; qubit[2] q; x q[1];");
        Assert.Equal(1.0, (double)CommandLine.Run("simulate", one, "-d", "ideal", "--json").Json()["probabilities"]!["10"]!, 1e-12);
    }

    [Fact]
    public void The_same_seed_gives_the_same_counts()
    {
        string Counts(string seed) => CommandLine.Run("simulate", _ghz, "-d", "ibm_manila", "--shots", "500", "--seed", seed, "--json")
            .Json()["counts"]!.ToJsonString();
        Assert.Equal(Counts("3"), Counts("3"));
        Assert.NotEqual(Counts("3"), Counts("4"));
    }

    [Fact]
    public void Noise_can_be_switched_off_source_by_source()
    {
        double Value(params string[] more) => (double)CommandLine.Run(
            ["simulate", _ghz, "-d", "ibm_manila", "-O", "ZZI", "--json", .. more]).Json()["expectations"]!["ZZI"]!["exact"]!;
        var all = Value();
        var withoutReadout = Value("--without", "readout");
        Assert.True(all < withoutReadout, "readout error costs");
        Assert.True(withoutReadout < 1.0, "the rest costs as well");
        Assert.Equal(1.0, Value("--noise-scale", "0"), 1e-12);
        Assert.Equal(withoutReadout, Value("--only-noise", "gate,relaxation,idle,population"), 1e-14);
    }

    [Fact]
    public void Parameters_are_bound_by_name()
    {
        var turn = _folder.Write(
            "turn.qasm", "OPENQASM 3.0; include \"stdgates.inc\"; input float[64] a; input float[64] b; qubit[1] q; ry(a + 2*b) q[0];");
        var json = CommandLine.Run("simulate", turn, "-d", "ideal", "-O", "Z", "--param", "a=pi/2", "--param", "b=-0.25", "--json").Json();
        Assert.Equal(Math.Cos((Math.PI / 2) - 0.5), (double)json["expectations"]!["Z"]!["exact"]!, 1e-14);
        Assert.Equal(
            "error: The circuit's parameters b have no value; give --param b=VALUE.\n",
                CommandLine.Run("simulate", turn, "-d", "ideal", "--param", "a=1").Refused());
        Assert.Equal(
            "error: --param aa: the circuit has a, b; did you mean 'a'?\n",
                CommandLine.Run("simulate", turn, "-d", "ideal", "--param", "aa=1").Refused());
    }

    [Fact]
    public void A_circuit_on_device_qubits_runs_as_written()
    {
        var text = _folder.Write("physical.qasm", "OPENQASM 3.0; include \"stdgates.inc\"; bit[1] c; x $3; x $3; c[0] = measure $3;");
        var compiled = CommandLine.Run("simulate", text, "-d", "ibm_manila", "--json").Json()["compiled"]!;
        Assert.Equal(2, (int)compiled["one_qubit_gates"]!);
        Assert.Equal("[3]", compiled["layout"]!.ToJsonString());
        var effort = CommandLine.Run("simulate", text, "-d", "ibm_manila", "--effort", "3");
        Assert.Equal("note: --effort 3 has no effect: a circuit on $k runs as written.\n", effort.Err.ReplaceLineEndings("\n"));
        Assert.Contains("--schedule alap: a circuit on $k is its own schedule",
            CommandLine.Run("simulate", text, "-d", "ibm_manila", "--schedule", "alap").Refused(), StringComparison.Ordinal);
        Assert.Contains("--layout: a circuit on $k names its device qubits itself",
            CommandLine.Run("simulate", text, "-d", "ibm_manila", "--layout", "3").Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void An_observable_of_a_wide_circuit_is_exact_on_its_light_cone()
    {
        var json = CommandLine.Run(
            "simulate", Ladder(40, 3), "-d", "ibm_brisbane", "--effort", "1", "-O", "Z0", "-O", "Z1", "--json").Json();
        Assert.Equal("exact", (string?)json["method"]);
        Assert.Contains("light cone", (string?)json["why"], StringComparison.Ordinal);
        Assert.True((int)json["register"]!["cone_qubits"]! < 10);
        Assert.True((int)json["register"]!["active_qubits"]! >= 40);
        Assert.Empty(json["probabilities"]!.AsObject());
        Assert.Equal(0.0, (double)json["expectations"]!["Z0"]!["stderr"]!);
        Assert.Equal((double)json["expectations"]!["Z0"]!["value"]!, (double)json["expectations"]!["Z0"]!["exact"]!);
    }

    [Fact]
    public void Trajectories_give_a_standard_error_and_no_exact_value()
    {
        var json = CommandLine.Run(
            "simulate", _ghz, "-d", "ibm_manila", "-O", "ZZI", "--method", "trajectories", "--precision", "0.004", "--json").Json();
        var exact = CommandLine.Run("simulate", _ghz, "-d", "ibm_manila", "-O", "ZZI", "--json").Json()["expectations"]!["ZZI"]!["exact"]!;
        var found = json["expectations"]!["ZZI"]!;
        Assert.Equal("trajectories", (string?)json["method"]);
        Assert.StartsWith("asked for; ", (string?)json["why"], StringComparison.Ordinal);
        Assert.Null(found["exact"]);
        Assert.InRange((double)found["stderr"]!, 1e-9, 0.004);
        Assert.InRange(((double)found["value"]! - (double)exact) / (double)found["stderr"]!, -5.0, 5.0);
        Assert.Equal((double)found["stderr"]!, (double)json["register"]!["stderr"]!);
        Assert.True((long)json["register"]!["trajectories"]! > 1);
    }

    [Fact]
    public void A_precision_that_trajectories_do_not_reach_is_said()
    {
        var run = CommandLine.Run(
            "simulate", _ghz, "-d", "ibm_manila", "-O", "ZZI", "--method", "trajectories", "--precision", "1e-5", "--trajectories", "10");
        Assert.Contains("The standard error 1E-05 was not reached by 10 trajectories", run.Err, StringComparison.Ordinal);
        Assert.Contains(" ± ", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Large_noisy_registers_print_their_likely_outcomes_from_samples()
    {
        var run = CommandLine.Run("simulate", Ladder(16, 1), "-d", "ibm_brisbane", "--effort", "1", "--precision", "0.1");
        Assert.Contains("method trajectories: noise, and a density matrix of 16 qubits", run.Out, StringComparison.Ordinal);
        Assert.Contains("outcome    frequency  count", run.Out, StringComparison.Ordinal);
        Assert.Contains("the frequencies are those of 25 shots", run.Err, StringComparison.Ordinal);
    }

    private string Ladder(int qubits, int layers) => _folder.Write(
        $"ladder{qubits}.qasm",
        $"OPENQASM 3.0; include \"stdgates.inc\"; qubit[{qubits}] q; for int l in [1:{layers}] {{ "
        + $"for int i in [0:{qubits - 1}] {{ ry(0.1*i + 0.3*l) q[i]; }} for int i in [0:{qubits - 2}] {{ cx q[i], q[i + 1]; }} }}");
}
