using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Calibration;
using QmlBench.Devices.Noise;

namespace QmlBench.Tests.Devices.Calibration.Google;

public sealed class GoogleImporterTests
{
    private const string Metrics = """
        {"cirq_type":"Calibration","metrics":{"metrics":[
         {"name":"single_qubit_p00_error","targets":["10_1"],"values":[{"doubleVal":0.02}]},
         {"name":"single_qubit_p11_error","targets":["10_1"],"values":[{"doubleVal":0.04}]},
         {"name":"single_qubit_p00_error","targets":["9_1"],"values":[{"doubleVal":0.01}]},
         {"name":"single_qubit_p11_error","targets":["9_1"],"values":[{"doubleVal":0.03}]},
         {"name":"single_qubit_idle_t1_micros","targets":["9_1"],"values":[{"doubleVal":14.275215358658047}]},
         {"name":"single_qubit_rb_average_error_per_gate","targets":["9_1"],"values":[{"doubleVal":0.001}]},
         {"name":"two_qubit_sycamore_gate_xeb_average_error_per_cycle","targets":["10_1","9_1"],"values":[{"doubleVal":0.5}]},
         {"name":"two_qubit_parallel_sycamore_gate_xeb_average_error_per_cycle","targets":["10_1","9_1"],"values":[{"doubleVal":0.006}]}]}}
        """;

    private const string Specification = """
        valid_qubits: "9_1"
        valid_targets { name: "2" targets { ids: "9_1" ids: "10_1" } } # a comment
        valid_gates { gate_duration_picos: 12000 syc { } }
        valid_gates {
          gate_duration_picos: 25000
          phased_xz {
          }
        }
        """;

    [Fact]
    public void Metrics_and_specification_become_a_profile()
    {
        SourceText[] files = [new("pond_2021_11_16_calibration.json", Metrics), new("spec.txt", Specification)];
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Google, files);
        Assert.Equal(("google_pond_2021-11-16", "google_pond"), (device!.Name, device.Machine));
        Assert.Equal(["9_1", "10_1"], device.Qubits.Select(q => q.Label));
        Assert.Equal((14.275215358658047e-6, 0.01, 0.03), (device.Qubits[0].T1!.Value, device.Qubits[0].Readout.P1Given0!.Value, device.Qubits[0].Readout.P0Given1!.Value));
        Assert.Equal((0.006, 12e-9), (device.Gate("syc")!.SiteFor(1, 0)!.Error!.Value, device.Gate("syc")!.SiteFor(0, 1)!.Duration!.Value));
        Assert.Equal((0.001, 25e-9), (device.Gate("phxz")!.SiteFor(0)!.Error!.Value, device.Gate("phxz")!.SiteFor(1)!.Duration!.Value));
        Assert.Equal(
            ("superconducting transmon, tunable coupler", "Google calibration metrics of google_pond"), (device.Technology, device.Source.Text));
        Assert.Contains("the date is that of the file's name", Assert.Single(said), StringComparison.Ordinal);
        Assert.Contains("the operands of syc relax for 32 ns, as Cirq has it; rz is in software", said[0], StringComparison.Ordinal);
        Assert.Contains("without a file of Floquet angles, zeta and gamma are taken as 0", said[0], StringComparison.Ordinal);
        Assert.Equal(Imports.Profile(CalibrationFormat.Google, files), Imports.Profile(CalibrationFormat.Google, files[1], files[0]));
    }

    [Theory]
    [InlineData("25000", "-5", "f1.json:5:3: '-5' is not a duration; expected a whole number of picoseconds")]
    [InlineData("phased_xz {", "phased_xz", "f1.json:6:3: this is no field; expected 'name: value', 'name {' or the '}' of an open brace")]
    [InlineData("\"10_1\" } } #", "\"10_1\" } #", "f1.json:2:1: 'valid_targets' is not closed; expected '}'")]
    [InlineData("valid_gates", "other_gates", "f1.json:1:1: this specification has no 'valid_gates'; expected valid_qubits, valid_targets, valid_gates; was the file cut off?")]
    [InlineData("valid_qubits: \"9_1\"", "valid_qubits: \"nine\"", "f1.json:1:1: 'nine' is not a place on the grid; expected row and column, such as 3_2")]
    public void A_bad_specification_is_refused_with_its_place(string part, string replacement, string expected)
    {
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Google, Metrics, Specification.Replace(part, replacement, StringComparison.Ordinal));
        Assert.Null(device);
        Assert.Contains(expected, said);
    }

    [Theory]
    [InlineData("[\"10_1\",\"9_1\"],\"values\":[{\"doubleVal\":0.5}]", "[\"10_1\",\"9_1\"],\"values\":[]", "f0.json:8:2: metrics/metrics/6/: this metric is not whole; expected a name, one or two targets and a value")]
    [InlineData("[\"10_1\",\"9_1\"],\"values\":[{\"doubleVal\":0.5}]", "[],\"values\":[{\"doubleVal\":0.5}]", "f0.json:8:2: metrics/metrics/6/: this metric is not whole; expected a name, one or two targets and a value")]
    public void Half_a_metric_is_refused(string part, string replacement, string expected) =>
        Assert.Contains(expected, Imports.Of(CalibrationFormat.Google, Metrics.Replace(part, replacement, StringComparison.Ordinal), Specification).Said);

    [Theory]
    [InlineData("""{"syc":{"zeta":[],"epsilon":[]}}""", "f0.json:1:29: syc/epsilon: 'epsilon' is not an angle of a phased fsim gate; expected zeta, chi, gamma")]
    [InlineData("""{"syc":{"zeta":[["9_1","10_1"]]}}""", "f0.json:1:17: syc/zeta/0: 2 column(s); expected two qubits and an angle")]
    public void Angles_have_names_and_pairs(string angles, string expected) =>
        Assert.Equal([expected], Imports.Of(CalibrationFormat.Google, angles, Metrics, Specification).Said);

    [Fact]
    public void One_file_of_each_kind_is_taken() =>
        Assert.Equal(
            ["f0.json:1:1: 2 file(s) of metrics, 0 specification(s) and 0 file(s) of angles were given; expected one of metrics (JSON), at most one specification (protobuf text) and at most one of the angles zeta and gamma (JSON)"],
            Imports.Of(CalibrationFormat.Google, Metrics, Metrics).Said);

    [Fact]
    public void A_probability_out_of_range_is_refused()
    {
        (_, string[] said) = Imports.Of(CalibrationFormat.Google, Metrics.Replace("0.04", "1.04", StringComparison.Ordinal), Specification);
        Assert.Contains("f0.json:3:64: qubits/1/readout/p0_given_1: P(0|1) is 1.04, which is not a probability; expected a number from 0 to 1", said);
    }

    [Fact]
    public void Any_spoilt_file_gives_a_device_or_an_error_with_its_place() =>
        Imports.SurvivesMutations(CalibrationFormat.Google, Metrics, Specification);

    [Fact]
    public void Rainbow_agrees_with_its_normal_form()
    {
        SourceText[] files =
        [
            SourceText.FromFile(SharedData.Path("vendor-samples", "google", "rainbow_2021_11_16_calibration.json")),
            SourceText.FromFile(SharedData.Path("vendor-samples", "google", "rainbow_2021_12_10_device_spec_for_grid_device.proto.txt")),
        ];
        Device normal = CalibrationImporter.Import(SourceText.FromFile(SharedData.Path("calibrations", "google_rainbow_2021-11-16.json")));
        (Device? device, _) = Imports.Of(CalibrationFormat.Google, files);
        Assert.Equal((normal.Name, normal.Machine), (device!.Name, device.Machine));
        Assert.Equal((normal.Coupling, normal.Gates, normal.Basis), (device.Coupling, device.Gates, device.Basis));
        // The specification says 4 ms where the normal form has 4 us, and nothing of resets.
        Assert.Equal(normal.Qubits, device.Qubits);
        Assert.Equal(normal.Accepted, device.Accepted);
        // Angles zeta and gamma are in a third file, which is not among the samples.
        Assert.Equal(normal.Noise.Coherent.Select(g => g.Gate), device.Noise.Coherent.Select(g => g.Gate));
        Assert.Equal(normal.Noise.Coherent.SelectMany(g => g.Sites).Select(WithoutPhases), device.Noise.Coherent.SelectMany(g => g.Sites));
        Imports.Profile(CalibrationFormat.Google, files);
    }

    [Fact]
    public void Floquet_angles_come_from_a_file_of_their_own()
    {
        const string angles = """{"syc":{"zeta":[["9_1","10_1",0.25]],"gamma":[["9_1","10_1",-0.5]]}}""";
        (Device? device, _) = Imports.Of(CalibrationFormat.Google, angles, Metrics, Specification);
        CoherentSite site = Assert.Single(Assert.Single(device!.Noise.Coherent).Sites);
        Assert.Equal(("0-1", new FsimAngles(0, 0.25, 0, -0.5, 0)), (site.Site.Key(), site.Error.Fsim));
        (_, string[] said) = Imports.Of(CalibrationFormat.Google, angles.Replace("0.25", "null", StringComparison.Ordinal).Replace("-0.5", "\"x\"", StringComparison.Ordinal), Metrics);
        Assert.Contains("f0.json:1:61: syc/gamma/0/2: this is not a finite number; expected a number or null", said);
    }

    [Fact]
    public void Every_oddity_of_the_durations_is_told_once()
    {
        (_, string[] said) = Imports.Of(CalibrationFormat.Google, Metrics, Specification.Replace("25000", "26000", StringComparison.Ordinal) + "valid_gates { gate_duration_picos: 4000000000 meas { } }");
        string warning = Assert.Single(said);
        Assert.Contains("durations of reset are not given and taken as Cirq's", warning, StringComparison.Ordinal);
        Assert.Contains("the specification counts the time of a measurement a thousandfold; mended", warning, StringComparison.Ordinal);
        Assert.Contains("no date in the file's name; taken as typical figures, not as those of a day", warning, StringComparison.Ordinal);
    }

    private static CoherentSite WithoutPhases(CoherentSite site) =>
        site with { Error = site.Error with { Fsim = site.Error.Fsim! with { Zeta = 0, Gamma = 0 } } };
}
