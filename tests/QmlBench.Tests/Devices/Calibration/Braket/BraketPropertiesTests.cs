using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Calibration;

namespace QmlBench.Tests.Devices.Calibration.Braket;

public sealed class BraketPropertiesTests
{
    // Three qubits named 1, 2 and 10; one directed gate, one gate without a name here, two entries for one site.
    private const string Whole = """
        {"service":{"updatedAt":"2024-06-01T10:00:00Z"},"paradigm":{"qubitCount":3,"nativeGateSet":["rx","rz","cz"]},
         "standardized":{"oneQubitProperties":{
           "10":{"T1":{"value":31.2,"unit":"us"},"T2":{"value":1.89e-5,"unit":"S"},"oneQubitFidelity":[
             {"fidelityType":{"name":"SIMULTANEOUS_RANDOMIZED_BENCHMARKING"},"fidelity":0.5},{"fidelityType":{"name":"RANDOMIZED_BENCHMARKING"},"fidelity":0.9991},
             {"fidelityType":{"name":"READOUT"},"fidelity":0.962}]},
           "1":{"T1":{"value":null,"unit":"us"},"oneQubitFidelity":[]},
           "2":{"T1":{"value":2e-5,"unit":"S"},"T2":{"value":3e-5,"unit":"s"},"oneQubitFidelity":[]}},
          "twoQubitProperties":{
           "10-1":{"twoQubitGateFidelity":[{"direction":null,"gateName":"CZ","fidelity":0.991},{"direction":null,"gateName":"CZ","fidelity":0.5},
             {"direction":null,"gateName":"CPQ","fidelity":0.98}]},
           "1-2":{"twoQubitGateFidelity":[{"direction":{"control":2,"target":1},"gateName":"CNOT","fidelity":0.97}]}}}}
        """;

    private const string Provider = """
        {"paradigm":{"qubitCount":2},"provider":{"fidelity":{"1Q":{"mean":0.999},"2Q":{"mean":0.98},"spam":{"mean":0.99}},
         "timing":{"T1":10,"T2":0.2,"1Q":0.00011,"2Q":0.0009,"readout":0.0001,"reset":0.00002}}}
        """;

    [Fact]
    public void Standardized_properties_become_a_profile()
    {
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Braket, Whole);
        Assert.Equal(("f0", DeviceKind.Calibration), (device!.Name, device.Kind));
        Assert.Equal(["1", "2", "10"], device.Qubits.Select(q => q.Label));
        Assert.Equal((31.2e-6, 1.89e-5, 0.038), (device.Qubits[2].T1!.Value, device.Qubits[2].T2!.Value, device.Qubits[2].Readout.Error!.Value));
        Assert.Null(device.Qubits[0].T1);
        Assert.Equal(0.0009, device.Gate("rx")!.SiteFor(2)!.Error);
        Assert.Equal((0.009, 0.009), (device.Gate("cz")!.SiteFor(0, 2)!.Error!.Value, device.Gate("cz")!.SiteFor(2, 0)!.Error!.Value));
        Assert.Equal(0.03, device.Gate("cx")!.SiteFor(1, 0)!.Error);
        Assert.Null(device.Gate("cx")!.SiteFor(0, 1));
        Assert.Equal(("Amazon Braket", "gate-model device", "Amazon Braket device properties"), (device.Vendor, device.Technology, device.Source.Text));
        Assert.Contains("left out, as no circuit here can contain them: cpq", Assert.Single(said), StringComparison.Ordinal);
        Assert.Contains("the qubits are renumbered from 0; their names are kept as labels", said[0], StringComparison.Ordinal);
        Assert.Contains("gate durations and readout lengths are not in these properties; rz is taken as done in software", said[0], StringComparison.Ordinal);
        Imports.Profile(CalibrationFormat.Braket, new SourceText("f.json", Whole));
    }

    [Fact]
    public void Means_of_a_provider_become_those_of_every_qubit()
    {
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Braket, Provider);
        Assert.Contains("no date is given; taken as typical figures, not as those of a day", Assert.Single(said), StringComparison.Ordinal);
        Assert.Equal((2, 0.001, 0.02), (device!.QubitCount, device.Gate("gpi")!.SiteFor(1)!.Error!.Value, device.Gate("ms")!.SiteFor(0, 1)!.Error!.Value));
        Assert.Equal((10.0, 0.01), (device.Qubits[0].T1!.Value, device.Qubits[1].Readout.Error!.Value));
    }

    [Theory]
    [InlineData("\"unit\":\"S\"", "\"unit\":\"fortnights\"", "oneQubitProperties/10/T2/unit: 'fortnights' does not make a time of 1.89e-5; expected one of ps, ns, us, ms, s")]
    [InlineData("0.991", "-0.1", "twoQubitProperties/10-1/fidelity: -0.1 is not a fidelity; expected a number from 0 to 1")]
    [InlineData("\"10-1\"", "\"10-3\"", "twoQubitProperties/10-3: there is no qubit '3'; expected a key of 'oneQubitProperties'")]
    [InlineData("\"10-1\"", "\"10\"", "twoQubitProperties/10: '10' is not a pair; expected two qubits such as 0-1")]
    [InlineData("oneQubitProperties", "properties", "there are no figures; expected 'oneQubitProperties', 'standardized' or a 'provider' with 'fidelity'")]
    public void Bad_figures_are_refused_with_their_place(string part, string replacement, string expected)
    {
        string text = Whole.Replace(part, replacement, StringComparison.Ordinal);
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Braket, text);
        Assert.Null(device);
        Imports.AssertPlaced(said, "f0.json", text, replacement, expected);
    }

    [Fact]
    public void A_one_qubit_gate_that_is_not_named_is_taken_as_rx()
    {
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Braket, Whole.Replace("\"rx\",", "", StringComparison.Ordinal));
        Assert.NotNull(device!.Gate("rx"));
        Assert.Contains("the native one-qubit gate is not named; taken as rx", Assert.Single(said), StringComparison.Ordinal);
    }

    [Fact]
    public void Means_without_a_number_of_qubits_are_of_no_device() =>
        Assert.Contains(
            "f0.json:1:13: paradigm/qubitCount: the number of qubits is not given; expected 'paradigm' with 'qubitCount'",
            Imports.Of(CalibrationFormat.Braket, Provider.Replace("\"qubitCount\":2", "", StringComparison.Ordinal)).Said);

    [Fact]
    public void More_qubits_than_a_profile_holds_are_refused()
    {
        string qubits = string.Join(',', Enumerable.Range(0, 1025).Select(i => $"\"{i}\":{{}}"));
        (_, string[] said) = Imports.Of(CalibrationFormat.Braket, $"{{\"oneQubitProperties\":{{{qubits}}}}}");
        Assert.Contains("f0.json:1:23: oneQubitProperties: 1025 qubits; expected at most 1024", said);
    }

    [Fact]
    public void Any_spoilt_file_gives_a_device_or_an_error_with_its_place()
    {
        Imports.SurvivesMutations(CalibrationFormat.Braket, Whole);
        Imports.SurvivesMutations(CalibrationFormat.Braket, Provider);
    }

    [Fact]
    public void The_shared_example_imports()
    {
        var file = SourceText.FromFile(SharedData.Path("vendor-samples", "braket", "two_qubit_example.json"));
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Braket, file);
        Assert.Equal((31.2e-6, 2.7e-5, 0.009), (device!.Qubits[0].T1!.Value, device.Qubits[1].T1!.Value, device.Gate("cz")!.SiteFor(0, 1)!.Error!.Value));
        Assert.Single(said);
        Imports.Profile(CalibrationFormat.Braket, file);
    }
}
