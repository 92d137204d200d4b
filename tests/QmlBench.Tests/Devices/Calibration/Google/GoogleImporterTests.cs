using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Calibration;

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
        Assert.Single(said);
        Assert.Equal(Imports.Profile(CalibrationFormat.Google, files), Imports.Profile(CalibrationFormat.Google, files[1], files[0]));
    }

    [Theory]
    [InlineData("25000", "-5", "f1.json:5:3: '-5' is not a duration; expected a whole number of picoseconds")]
    [InlineData("phased_xz {", "phased_xz", "f1.json:6:3: this is no field; expected 'name: value', 'name {' or the '}' of an open brace")]
    [InlineData("\"10_1\" } } #", "\"10_1\" } #", "f1.json:2:1: 'valid_targets' is not closed; expected '}'")]
    [InlineData("valid_qubits: \"9_1\"", "valid_qubits: \"nine\"", "f1.json:1:1: 'nine' is not a place on the grid; expected row and column, such as 3_2")]
    public void A_bad_specification_is_refused_with_its_place(string part, string replacement, string expected)
    {
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Google, Metrics, Specification.Replace(part, replacement, StringComparison.Ordinal));
        Assert.Null(device);
        Assert.Contains(expected, said);
    }

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
        Imports.Profile(CalibrationFormat.Google, files);
    }
}
