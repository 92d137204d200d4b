namespace QmlBench.AcceptanceTests.Devices;

public sealed class ShowTests
{
    [Fact]
    public void A_device_is_shown_by_name_by_date_and_by_file()
    {
        var byName = CommandLine.Run("show", "ibm_manila", "--json").Json();
        Shape.Check(
            """
            {"device":"text","vendor":"text","technology":"text","snapshot":"text","semantics":"text","hash":"text",
             "qubits":[{"qubit":"whole","t1_s":"number?","t2_s":"number?","frequency_hz":"number?",
                        "p1_given_0":"number?","p0_given_1":"number?"}],
             "gates":[{"gate":"text","qubits":["whole"],"error":"number?","duration_s":"number?"}],"virtual":["text"],"notices":["text"]}
            """, byName);
        Assert.Equal("ibm_manila_2024-05-27", (string?)byName["device"]);
        Assert.Equal(byName.ToJsonString(), CommandLine.Run("show", "ibm_manila@2024-05-27", "--json").Json().ToJsonString());
        var file = RepositoryRoot.Combine("devices", "ibm_manila_2024-05-27.yaml");
        Assert.Equal(byName.ToJsonString(), CommandLine.Run("show", file, "--json").Json().ToJsonString());
    }

    [Fact]
    public void Noise_has_the_contracts_form_and_can_be_narrowed()
    {
        var json = CommandLine.Run(
            "show", "ibm_manila", "--noise", "--gate", "cx", "--qubits", "0,1", "--semantics", "aer-target", "--json").Json();
        Shape.Check(
            """
            {"device":"text","semantics":"text",
             "gates":[{"gate":"text","qubits":["whole"],"error":"number?","duration_s":"number?","depolarizing_lambda":"number?",
                       "relaxation_infidelity":"number?","total_infidelity":"number","ptm":[["number"]]}],
             "readout":[{"qubit":"whole","matrix":[["number"]]}],
             "sources":["text"],"coherent":[],"crosstalk":{"echoed":[],"static_zz":[]},"spectator":[],"custom":[],"custom_idle_per_s":"number?",
             "correlated_readout":[],"unused":["text"]}
            """, json);
        Assert.Equal(["[0,1]", "[1,0]"], json["gates"]!.AsArray().Select(site => site!["qubits"]!.ToJsonString()));
        Assert.Equal(16, json["gates"]![0]!["ptm"]!.AsArray().Count);
        Assert.Equal([0, 1], json["readout"]!.AsArray().Select(one => (int)one!["qubit"]!));
        var rows = json["readout"]!.AsArray().SelectMany(one => one!["matrix"]!.AsArray());
        Assert.All(rows, row => Assert.Equal(1.0, row!.AsArray().Sum(p => (double)p!), 1e-12));
    }

    [Theory]
    [InlineData(new[] { "show", "ibm_manla" }, "error: 'ibm_manla' is no device, suite file, model or run; did you mean 'ibm_manila'?\n")]
    [InlineData(new[] { "show", "ibm_manla", "--noise" }, "error: There is no device 'ibm_manla'; did you mean 'ibm_manila'?\n")]
    [InlineData(new[] { "show", "ibm_manila", "--gate", "cx" }, "error: --gate goes with --noise; add --noise or leave it out.\n")]
    [InlineData(new[] { "show", "ibm_manila", "--noise", "--gate", "cz" },
        "error: ibm_manila_2024-05-27 has no gate 'cz'; it has cx, id, rz, sx, x.\n")]
    [InlineData(new[] { "show", "ibm_manila", "--noise", "--qubits", "5" }, "error: --qubits takes device qubits 0 to 4, not '5'.\n")]
    [InlineData(new[] { "show", "fidelity-kernel", "--history" }, "error: --history is for devices, and there is no device 'fidelity-kernel'. 'qmlbench list' shows what there is.\n")]
    [InlineData(new[] { "show", "ibm_manila", "--noise", "--diff", "ibm_hanoi" }, "error: --diff does not go with --noise; ask for one at a time.\n")]
    [InlineData(new[] { "show", "ibm_manila", "--history", "--diff", "ibm_hanoi" }, "error: --diff prints a table of its own; leave out --history and -o.\n")]
    [InlineData(new[] { "show", "ibm_quito", "-o", "map.png" },
        "error: -o map.png: what is written goes by the end of the name, which is one of .svg.\n")]
    [InlineData(new[] { "list", "dvices" },
        "error: list takes devices, templates, suites, models, datasets, techniques, metrics, runs, not 'dvices'. Did you mean 'devices'?\n")]
    [InlineData(new[] { "list", "devices", "--db", "x.db" }, "error: --db goes with 'list runs'; devices are not in a database.\n")]
    public void What_is_not_there_is_named(string[] args, string message) => Assert.Equal(message, CommandLine.Run(args).Refused());

    [Fact]
    public void A_history_has_its_snapshots_and_the_rates_of_drift()
    {
        var json = CommandLine.Run("show", "ibm_hanoi", "--history", "--json").Json();
        Shape.Check(
            """
            {"machine":"text",
             "snapshots":[{"device":"text","snapshot":"text",
                           "figures":[{"figure":"text","values":"whole","median":"number?","lower_quartile":"number?","upper_quartile":"number?",
                                       "out_of_order":"whole"}]}],
             "drift":{"machines":["text"],
                      "rates":[{"figure":"text","theta_per_day":"number","theta_relative_stderr":"number?","deviation":"number",
                                "deviation_relative_stderr":"number?","sigma_per_sqrt_day":"number","increments":"whole","series":"whole"}]}}
            """, json);
        Assert.Equal(5, json["snapshots"]!.AsArray().Count);
        Assert.Contains("two-qubit error", CommandLine.Run("show", "ibm_hanoi", "--history").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_difference_names_what_moved()
    {
        var json = CommandLine.Run("show", "ibm_hanoi@2025-02-12", "--diff", "ibm_hanoi", "--json").Json();
        Shape.Check(
            """
            {"before":"text","after":"text","days":"number",
             "figures":[{"figure":"text","median_before":"number?","median_after":"number?","changed":"whole","unchanged":"whole",
                         "changes":[{"subject":"text","before":"number","after":"number","ratio":"number?"}]}],
             "died":["text"],"revived":["text"],"couplers":{"appeared":["text"],"vanished":["text"]},
             "gates":{"appeared":["text"],"vanished":["text"]}}
            """, json);
        Assert.Contains("largest changes", CommandLine.Run("show", "ibm_hanoi@2025-02-12", "--diff", "ibm_hanoi").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Maps_and_histories_are_drawn_into_svg_files_alone()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(folder["map.svg"], CommandLine.Run("show", "ibm_quito", "-o", folder["map.svg"]).Out.Trim());
        Assert.StartsWith("<svg ", File.ReadAllText(folder["map.svg"]), StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("show", "ibm_hanoi", "--history", "-o", folder["history.svg"]).Exit);
        Assert.Contains("ibm_hanoi: 5 snapshot(s)", File.ReadAllText(folder["history.svg"]), StringComparison.Ordinal);
        Assert.Contains(".svg", CommandLine.Run("show", "ibm_quito", "-o", folder["map.png"]).Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_device_file_is_sound_and_is_named_after_its_file()
    {
        using var folder = new TemporaryFolder();
        Assert.Equal(0, CommandLine.Run("new", "device", "template:grid:rows=2,columns=3,two_qubit_error=0.01", "-o", folder["mine.yaml"]).Exit);
        Assert.Equal(0, CommandLine.Run("check", folder["mine.yaml"]).Exit);
        Assert.Equal("mine", (string?)CommandLine.Run("show", folder["mine.yaml"], "--json").Json()["device"]);
        Assert.Contains("exists", CommandLine.Run("new", "device", "-o", folder["mine.yaml"]).Refused(), StringComparison.Ordinal);
        Assert.Equal(0, CommandLine.Run("new", "device", "drift:ibm_manila:days=7,seed=1", "-o", folder["tomorrow.yaml"]).Exit);
        Assert.Equal(0, CommandLine.Run("check", folder["tomorrow.yaml"]).Exit);
        Assert.Equal(
            "error: template:grid:rows=0: rows is a whole number from 1 to 32, not '0'.\n", CommandLine.Run("show", "template:grid:rows=0").Refused());
    }

    [Theory]
    [InlineData("templates", "heavy-hex")]
    [InlineData("devices", "ibm_fez_2025-02-26")]
    [InlineData("models", "fidelity-kernel")]
    [InlineData("datasets", "hidden_manifold")]
    [InlineData("metrics", "value_error")]
    public void Lists_name_what_there_is(string what, string one)
    {
        var json = CommandLine.Run("list", what, "--json").Json();
        Shape.Check("""[{"name":"text","description":"text"}]""", json);
        Assert.Contains(one, json.AsArray().Select(row => (string)row!["name"]!));
        Assert.Contains(one, CommandLine.Run("list", what).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_kind_of_model_shows_its_settings()
    {
        var json = CommandLine.Run("show", "fidelity-kernel", "--json").Json();
        Shape.Check(
            """
            {"model":"text","family":"text","description":"text",
             "settings":[{"name":"text","default":"number","whole":"flag","description":"text"}]}
            """, json);
    }
}
