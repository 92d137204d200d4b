using System.Xml.Linq;

namespace QmlBench.AcceptanceTests.Circuits;

public sealed class DiagnoseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _ghz;

    public DiagnoseTests() => _ghz = _folder.Write("ghz.qasm", CircuitTexts.Ghz);

    public void Dispose() => _folder.Dispose();

    /// <summary>The table as it is read. A change of it is a change of what users see, or of the noise.</summary>
    [Fact]
    public void The_first_lines_say_what_costs_most() => Assert.Equal(
        """
        ibm_manila_2024-05-27: 3 qubits on [2, 3, 4]; density matrix of 3 qubits

        fidelity 0.970611, loss 0.029389. Costs most:
          source       relaxation                         0.019713  (67.1 %)
          qubit        $2 q0                              0.017475  (59.5 %)
          coupler      $2-$3                              0.002255  ( 7.7 %)
          gate         cx $2-$3 at 35.56 ns, 355.6 ns     0.013234  (45.0 %)
          idle window  idle $2 at 391.1 ns, 334.2 ns      0.006860  (23.3 %)
        reading: all 3 bits right with probability 0.874484; worst: $2 q0 wrong with 0.096400, $4 q2 wrong with 0.018600, $3 q1 wrong with 0.014400

        fidelity by source                                alone      change      removed      change
          relaxation                                   0.979976   -0.020024     0.990324   -0.019713
          idle                                         0.992873   -0.007127     0.977470   -0.006860
          gate                                         0.997425   -0.002575     0.973092   -0.002481
          interaction                                             +0.000336                -0.000335
          all                                                     -0.029389                -0.029389


        """,
        CommandLine.Run("diagnose", _ghz, "-d", "ibm_manila", "--layout", "2,3,4", "--remap", "0").Out.ReplaceLineEndings("\n")
            .Split("fidelity by qubit")[0]);

    [Fact]
    public void Json_has_everything()
    {
        var json = CommandLine.Run("diagnose", _ghz, "-d", "ibm_manila", "-O", "ZZI", "--observable", "0.5*XXX - IIZ", "--json").Json();
        const string Figures = """[{"name":"text","alone":"number","removed":"number","change_alone":"number","change_removed":"number"}]""";
        const string Interaction = """[{"name":"text","alone":"number","removed":"number"}]""";
        const string Place = """{"layout":["whole"],"two_qubit_gates":"whole","predicted_fidelity":"number","predicted_reading":"number","fidelity":"number","score":"number"}""";
        Shape.Check(
            $$"""
            {"device":"text","method":"text","layout":["whole"],"final_layout":["whole"],
             "figures":[{"name":"text","ideal":"number","noisy":"number","estimate":"flag"}],
             "readout":{"all_right":"number","qubits":[{"logical":"whole","qubit":"whole","error":"number"}]},
             "reading":{{Figures}},
             "sources":{"shares":[{"source":"text","figures":{{Figures}}}],"interaction":{{Interaction}}},
             "qubits":{"shares":[{"qubit":"whole","figures":{{Figures}}}],"interaction":{{Interaction}}},
             "places":{"shares":[{"qubits":["whole"],"figures":{{Figures}}}],"interaction":{{Interaction}}},
             "operations":{"shares":[{"operation":"whole","name":"text","qubits":["whole"],"start_s":"number","duration_s":"number",
              "layer":"whole","figures":{{Figures}}}],"interaction":{{Interaction}}},
             "layers":{"shares":[{"layer":"whole","operations":"whole","start_s":"number","end_s":"number","figures":{{Figures}}}],
              "interaction":{{Interaction}}},
             "remapping":{"present":{{Place}},"better":[{{Place}}]},"elapsed_s":"number"}
            """, json);
        Assert.Equal(["fidelity", "ZZI", "-IIZ + 0.5*XXX"], json["figures"]!.AsArray().Select(figure => (string?)figure!["name"]));
        Assert.Equal(3, json["coherence"]!.AsArray().Count);
        foreach (var list in (string[])["sources", "places", "operations", "layers"])
        {
            // The parts and what they leave unexplained are the whole.
            var sum = json[list]!["shares"]!.AsArray().Sum(share => (double)share!["figures"]![1]!["change_removed"]!)
                + (double)json[list]!["interaction"]![1]!["removed"]!
                + (list is "operations" or "layers" ? (double)json["reading"]![1]!["change_removed"]! : 0.0);
            Assert.Equal((double)json["figures"]![1]!["noisy"]! - (double)json["figures"]![1]!["ideal"]!, sum, 1e-12);
        }
    }

    [Fact]
    public void Observables_are_those_of_simulate()
    {
        string[] ask = ["-d", "ibm_fez", "--observable", "ZZI", "--without", "idle", "--noise-scale", "1.5", "--json"];
        var simulated = CommandLine.Run(["simulate", _ghz, .. ask]).Json()["expectations"]!["ZZI"]!["exact"]!;
        var figure = CommandLine.Run(["diagnose", _ghz, "--remap", "0", .. ask]).Json()["figures"]![1]!;
        Assert.Equal((double)simulated, (double)figure["noisy"]!, 1e-12);
        Assert.Equal(1.0, (double)figure["ideal"]!, 1e-12);
    }

    [Fact]
    public void It_draws_the_budget()
    {
        Assert.Equal(0, CommandLine.Run("diagnose", _ghz, "-d", "ibm_manila", "-o", _folder["budget.svg"], "--remap", "0").Exit);
        var svg = XDocument.Parse(File.ReadAllText(_folder["budget.svg"]));
        Assert.Contains("costs most: qubit $2", svg.ToString(), StringComparison.Ordinal);
        Assert.Contains("one of .svg", CommandLine.Run("diagnose", _ghz, "-d", "ibm_manila", "-o", _folder["budget.pdf"]).Refused(),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Registers_beyond_density_matrices_are_estimated()
    {
        var gates = string.Join(' ', Enumerable.Range(0, 19).Select(i => $"cx q[{i}],q[{i + 1}];"));
        var large = _folder.Write("large.qasm", $"OPENQASM 3.0; include \"stdgates.inc\"; qubit[20] q; h q[0]; {gates}");
        var json = CommandLine.Run(
            "diagnose", large, "-d", "ibm_fez", "--effort", "1", "--remap", "0", "-O", "Z1 Z0", "--json").Json();
        Assert.True((bool)json["figures"]![0]!["estimate"]!);
        Assert.False((bool)json["figures"]![1]!["estimate"]!);
        Assert.Contains("estimate", (string?)json["method"], StringComparison.Ordinal);
        Assert.Contains("The observables depend on 20 qubits", CommandLine.Run(
            "diagnose", large, "-d", "ibm_fez", "--effort", "1", "--remap", "0", "-O", "Z19").Refused(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("-d ideal", "There is nothing to diagnose: the device is ideal.")]
    [InlineData("-d ibm_manila --noise-scale 0", "There is nothing to diagnose: all noise is switched off.")]
    [InlineData("-d ibm_manilla", "There is no device 'ibm_manilla'; did you mean 'ibm_manila'?")]
    [InlineData("-d ibm_manila -O ZZZZ", "ZZZZ")]
    [InlineData("-d ibm_manila -O Z7", "Z7")]
    [InlineData("-d ibm_manila --rows 0", "--rows takes a number of at least 1")]
    [InlineData("-d ibm_manila --param x=1", "--param x: the circuit has no parameters.")]
    public void What_it_cannot_do_is_refused_by_name(string options, string message) => Assert.Contains(
        message, CommandLine.Run(["diagnose", _ghz, .. options.Split(' ')]).Refused(), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_named() => Assert.Contains(
        "there is no such file", CommandLine.Run("diagnose", _folder["none.qasm"], "-d", "ibm_manila").Refused(), StringComparison.Ordinal);
}
