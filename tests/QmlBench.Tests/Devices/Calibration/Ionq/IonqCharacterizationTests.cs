using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Calibration;

namespace QmlBench.Tests.Devices.Calibration.Ionq;

public sealed class IonqCharacterizationTests
{
    private const string Good = """
        {"id":"7","date":1717200000,"backend":"qpu.aria-9","qubits":3,"connectivity":[[0,1],[0,2],[1,2]],
         "fidelity":{"spam":{"mean":0.9961},"1q":{"median":0.9995},"2q":{"mean":0.996}},
         "timing":{"readout":0.0003,"reset":0.00002,"1q":0.000135,"2q":0.0006,"t1":100,"t2":1}}
        """;

    [Fact]
    public void Mean_figures_become_those_of_every_qubit_and_pair()
    {
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Ionq, Good);
        Assert.Equal(("ionq_aria-9_2024-06-01", 3), (device!.Name, device.QubitCount));
        Assert.True(device.Coupling.IsAllToAll);
        Assert.All(device.Qubits, q => Assert.Equal((100.0, 1.0, 0.0039, 2e-5), (q.T1!.Value, q.T2!.Value, q.Readout.Error!.Value, q.ResetDuration!.Value)));
        Assert.Equal((0.0005, 0.000135), (device.Gate("gpi2")!.SiteFor(2)!.Error!.Value, device.Gate("gpi")!.SiteFor(0)!.Duration!.Value));
        Assert.Equal((0.004, 0.0006), (device.Gate("ms")!.SiteFor(2, 0)!.Error!.Value, device.Gate("ms")!.SiteFor(0, 2)!.Duration!.Value));
        Assert.Equal(["gpi", "gpi2", "ms", "rz"], device.Basis);
        Assert.Equal(("trapped ion (171Yb+)", "IonQ characterization of qpu.aria-9, 7"), (device.Technology, device.Source.Text));
        Assert.Contains(
            "mean figures for every qubit and pair; taken as those of gpi and gpi2 and of ms, readout error as 1 - SPAM fidelity, rz in software",
            Assert.Single(said), StringComparison.Ordinal);
        Imports.Profile(CalibrationFormat.Ionq, new SourceText("f.json", Good));
    }

    [Theory]
    [InlineData("0.9961", "1.5", "fidelity/spam/mean: 1.5 is not a fidelity; expected a number from 0 to 1")]
    [InlineData("[1,2]", "[1,3]", "connectivity: [1,3] is not a pair of qubits; expected two different qubits from 0 to 2")]
    [InlineData("1717200000", "-5", "date: this is not a time; expected seconds since 1970, or ISO 8601")]
    [InlineData("\"qubits\":3", "\"qubits\":0", "qubits: the device has no qubits; expected at least one qubit")]
    [InlineData("\"t1\":100", "\"t1\":-1", "qubits/0/t1: T1 is not positive; expected a time above 0")]
    public void Bad_figures_are_refused_with_their_place(string part, string replacement, string expected)
    {
        string text = Good.Replace(part, replacement, StringComparison.Ordinal);
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Ionq, text);
        Assert.Null(device);
        Imports.AssertPlaced(said, "f0.json", text, replacement, expected);
    }

    [Fact]
    public void Any_spoilt_file_gives_a_device_or_an_error_with_its_place() => Imports.SurvivesMutations(CalibrationFormat.Ionq, Good);

    [Fact]
    public void Aria_differs_from_its_published_figures_only_where_these_differ()
    {
        var file = SourceText.FromFile(SharedData.Path("vendor-samples", "ionq", "aria_characterization.json"));
        Device normal = CalibrationImporter.Import(SourceText.FromFile(SharedData.Path("calibrations", "ionq_aria_spec.json")));
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Ionq, file);
        Assert.Equal((normal.Gates, normal.Basis, normal.Coupling), (device!.Gates, device.Basis, device.Coupling));
        Assert.Equal((normal.Technology, normal.Vendor, normal.Semantics), (device.Technology, device.Vendor, device.Semantics));
        Assert.Equal((normal.Qubits[24].T2, normal.Qubits[24].Readout.Error), (device.Qubits[24].T2, device.Qubits[24].Readout.Error));
        Assert.Contains("3 of 300 pairs are listed as connected; taken as all-to-all, as ions in one trap are", Assert.Single(said), StringComparison.Ordinal);
        Imports.Profile(CalibrationFormat.Ionq, file);
    }
}
