using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Calibration;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Calibration.Ibm;

public sealed class IbmImporterTests
{
    internal const string Configuration = """
        {"backend_name":"ibmq_two","backend_version":"1.0","n_qubits":2,"basis_gates":["cx","rz","sx","reset"],"coupling_map":[[0,1],[1,0]],
        "dt":0.2222222222222222,"processor_type":{"family":"Falcon","revision":4,"segment":"P"},"coords":[[1,2],[3,4]]}
        """;

    internal const string Properties = """
        {"backend_name":"ibmq_two","last_update_date":"2024-05-27T15:27:23-03:00",
        "qubits":[[{"date":"2024-05-26","name":"T1","unit":"us","value":67.5857400754732},{"date":"2024-05-27","name":"T2","unit":"ms","value":0.2},
            {"name":"frequency","unit":"GHz","value":5.256741173896073},{"name":"readout_error","unit":"","value":0.15},
            {"name":"prob_meas0_prep1","unit":"","value":0.2},{"name":"prob_meas1_prep0","unit":"","value":0.1},{"name":"readout_length","unit":"ns","value":732.4444444444445}],
           [{"name":"T1","unit":"us","value":50},{"name":"readout_error","unit":"","value":0.1}]],
        "gates":[{"gate":"cx","qubits":[0,1],"parameters":[{"name":"gate_error","unit":"","value":1},{"name":"gate_length","unit":"ns","value":300}]},
          {"gate":"cx","qubits":[1,0],"parameters":[{"name":"gate_error","unit":"","value":0.01},{"name":"gate_length","unit":"ns","value":335.5}]},
          {"gate":"rz","qubits":[0],"parameters":[{"name":"gate_error","unit":"","value":0},{"name":"gate_length","unit":"ns","value":0}]},
          {"gate":"rz","qubits":[1],"parameters":[{"name":"gate_error","unit":"","value":0},{"name":"gate_length","unit":"ns","value":0}]},
          {"gate":"sx","qubits":[0],"parameters":[{"name":"gate_error","unit":"","value":0.001},{"name":"gate_length","unit":"ns","value":35}]},
          {"gate":"reset","qubits":[0],"parameters":[{"name":"gate_length","unit":"us","value":1.5}]}]}
        """;

    [Fact]
    public void A_pair_of_files_becomes_a_profile_in_SI_units()
    {
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Ibm, Properties, Configuration);
        Assert.Equal(("ibm_two_2024-05-27", "ibm_two", "Falcon r4 segment P"), (device!.Name, device.Machine, device.Processor));
        Assert.Equal(
            ("superconducting transmon", "IBM backend configuration and properties of ibmq_two, version 1.0"), (device.Technology, device.Source.Text));
        Assert.Equal((67.5857400754732e-6, 0.2e-3), (device.Qubits[0].T1!.Value, device.Qubits[0].T2!.Value));
        Assert.Equal((5.256741173896073e9, 732.4444444444445e-9), (device.Qubits[0].Frequency!.Value, device.Qubits[0].Readout.Length!.Value));
        Assert.Equal((0.1, 0.2), (device.Qubits[0].Readout.P1Given0!.Value, device.Qubits[0].Readout.P0Given1!.Value));
        Assert.Equal((1.5e-6, 0.2222222222222222e-9), (device.Qubits[0].ResetDuration!.Value, device.Dt!.Value));
        Assert.Equal(new GridPoint(Row: 4, Column: 3), device.Qubits[1].Position);
        Assert.Equal((0.01, 335.5e-9), (device.Gate("cx")!.SiteFor(1, 0)!.Error!.Value, device.Gate("cx")!.SiteFor(1, 0)!.Duration!.Value));
        Assert.True(device.Gate("rz")!.IsVirtual);
        Assert.Equal(["cx", "rz", "sx"], device.Basis);
        Assert.Equal([Oddity.T2AboveTwiceT1, Oddity.DeadCouplers, Oddity.MissingFigures], device.Accepted);
        Assert.StartsWith("f0.json:1:1: warning: ", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void The_profile_is_the_same_twice_and_in_either_order()
    {
        var configuration = new SourceText("c.json", Configuration);
        var properties = new SourceText("p.json", Properties);
        Assert.Equal(
            Imports.Profile(CalibrationFormat.Ibm, configuration, properties), Imports.Profile(CalibrationFormat.Ibm, properties, configuration));
    }

    [Theory]
    [InlineData("\"unit\":\"us\",\"value\":50", "\"unit\":\"GHz\",\"value\":50", "qubits/1/T1/unit: 'GHz' does not make a time of 50; expected one of ps, ns, us, ms, s")]
    [InlineData("\"unit\":\"us\",\"value\":50", "\"unit\":\"us\",\"value\":\"50\"", "qubits/1/T1/value: this is not a finite number; expected a number or null")]
    [InlineData("\"unit\":\"us\",\"value\":50", "\"unit\":\"us\",\"value\":0", "qubits/1/t1: T1 is not positive; expected a time above 0")]
    [InlineData("\"gate\":\"rz\"", "\"gate\":\"rzq\"", "gates/rzq: unknown gate 'rzq'; expected a gate of the catalogue; did you mean 'rz'?")]
    [InlineData("\"qubits\":[1,0]", "\"qubits\":[1,-1]", "gates/1/qubits: this is not an index; expected a whole number from 0 to 1023")]
    [InlineData("\"gate\":\"sx\",", "", "gates/4: this gate has no name; expected the key 'gate'")]
    [InlineData("\"gate\":\"sx\",\"qubits\":[0],", "\"gate\":\"sx\",", "gates/4: this gate has no operands; expected the key 'qubits'")]
    [InlineData("\"date\":\"2024-05-27\"", "\"date\":\"lately\"", "qubits/0/1/date: 'lately' is not a time; expected ISO 8601")]
    [InlineData("\"date\":\"2024-05-27\"", "\"date\":5", "qubits/0/1/date: this is not a text; expected a text in quotes")]
    [InlineData("ibmq_two", "ibmq_three", "backend_name: this is 'ibmq_three', but the configuration is of 'ibmq_two'; expected two files of one device")]
    public void Bad_properties_are_refused_with_their_place(string part, string replacement, string expected)
    {
        string text = Properties.Replace(part, replacement, StringComparison.Ordinal);
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Ibm, Configuration, text);
        Assert.Null(device);
        Imports.AssertPlaced(said, "f1.json", text, replacement, expected);
    }

    [Theory]
    [InlineData("\"n_qubits\":2", "\"n_qubits\":3", "f0.json:1:63: n_qubits: 3 announced, the properties have 2 qubits; expected the number of qubits")]
    [InlineData("\"n_qubits\":2,", "", "f0.json:1:1: n_qubits: no number announced, the properties have 2 qubits; expected the number of qubits")]
    public void Both_files_have_as_many_qubits(string part, string replacement, string expected) =>
        Assert.Equal([expected], Imports.Of(CalibrationFormat.Ibm, Configuration.Replace(part, replacement, StringComparison.Ordinal), Properties).Said);

    [Fact]
    public void A_rate_of_no_coupler_is_left_out_and_told()
    {
        string text = Properties.Replace("\"gates\":[", "\"general\":[{\"name\":\"zz_07\",\"unit\":\"GHz\",\"value\":5e-5}],\"gates\":[", StringComparison.Ordinal);
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Ibm, Configuration, text);
        Assert.Null(device!.Noise.Crosstalk);
        Assert.Contains("'zz_07' is the rate of no coupler, or of several; left out", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void Both_files_are_needed()
    {
        (_, string[] said) = Imports.Of(CalibrationFormat.Ibm, Properties);
        Assert.Equal(
            "f0.json:1:1: 0 configuration(s) (with 'basis_gates') and 1 properties file(s) were given; expected one of each, of the same device",
            Assert.Single(said));
    }

    [Fact]
    public void Any_spoilt_file_gives_a_device_or_an_error_with_its_place() =>
        Imports.SurvivesMutations(CalibrationFormat.Ibm, Configuration, Properties);

    [Theory]
    [InlineData("manila", "ibm_manila_2024-05-27")]
    [InlineData("guadalupe", "ibm_guadalupe_2021-04-20")]
    [InlineData("cairo", "ibm_cairo_2024-03-25")]
    [InlineData("torino", "ibm_torino_2025-02-26")]
    public void Vendor_files_and_the_normal_form_of_one_snapshot_give_the_same_profile(string machine, string snapshot)
    {
        SourceText[] files =
        [
            SourceText.FromFile(SharedData.Path("vendor-samples", "ibm", $"conf_{machine}.json")),
            SourceText.FromFile(SharedData.Path("vendor-samples", "ibm", $"props_{machine}.json")),
        ];
        Device normal = CalibrationImporter.Import(SourceText.FromFile(SharedData.Path("calibrations", snapshot + ".json")));
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Ibm, files);
        Assert.Equal(snapshot, device!.Name);
        Assert.Equal(DeviceYamlWriter.Write(normal with { Source = device.Source }), Imports.Profile(CalibrationFormat.Ibm, files));
        Assert.True(said.Length <= 1, string.Join('\n', said));
    }
}
