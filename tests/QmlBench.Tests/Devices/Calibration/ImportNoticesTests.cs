using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Calibration;

namespace QmlBench.Tests.Devices.Calibration;

public sealed class ImportNoticesTests
{
    private const string Plain = """
        {"schema":"qmlbench.calibration/1","name":"x","vendor":"IBM","kind":"calibration","technology":"t","source":{"repository":"r","commit":"c","paths":["p"]},
        "timestamp":"2024-05-27T15:27:23Z","value_dates":["2024-05-26","2024-05-27"],"n_qubits":2,"dt":1e-9,
        "coupling_map":[[0,1],[1,0]],"basis_gates":["ecr","rz"],
        "qubits":[{"id":0,"t1":1e-4,"t2":1e-4,"p1_given_0":0.1,"p0_given_1":0.2,"readout_error":0.15,"readout_length":1e-6},
                  {"id":1,"t1":1e-4,"t2":1e-4,"p1_given_0":0.1,"p0_given_1":0.2,"readout_error":0.15,"readout_length":1e-6}],
        "gates":{"rz":[[[0],0,0],[[1],0,0]],"ecr":[[[0,1],0.01,3e-7],[[1,0],0.01,3e-7]]},"static_zz":[[[0,1],7e4,2e6]]}
        """;

    [Fact]
    public void An_ordinary_calibration_says_nothing() => Assert.Empty(Imports.Of(CalibrationFormat.QmlBench, Plain).Said);

    [Theory]
    [InlineData("\"2024-05-26\"", "\"2024-01-26\"", "its values were measured over 122 days (2024-01-26 to 2024-05-27); taken as of one time")]
    [InlineData("\"p1_given_0\":0.1,\"p0_given_1\":0.2,\"readout_error\":0.15", "\"p1_given_0\":0,\"p0_given_1\":0.2,\"readout_error\":0.1", "a readout probability is exactly 0 on 1 qubit(s) (0); taken as measured")]
    [InlineData("[[1,0],0.01,3e-7]", "[[1,0],0,3e-7]", "a gate error is exactly 0 on 1 site(s) (ecr 1->0); taken as measured")]
    [InlineData("7e4", "0", "static ZZ is 0 on every coupler, so it was hardly measured; the source 'crosstalk' changes nothing")]
    [InlineData(",[[1,0],0.01,3e-7]", "", "ecr: native in one direction of a coupler; compilers turn the other round")]
    [InlineData("[[0,1],[1,0]]", "[[0,1],[1,0],[0,2]]", null)]
    public void What_is_strange_is_told_in_one_warning(string part, string replacement, string? expected)
    {
        int at = Plain.IndexOf(part, StringComparison.Ordinal);
        string text = Plain[..at] + replacement + Plain[(at + part.Length)..];
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.QmlBench, text);
        Assert.Equal(expected is null, device is null);
        if (expected is not null)
            Assert.Equal($"f0.json:1:1: warning: {expected}", Assert.Single(said));
    }

    [Fact]
    public void A_coupler_without_figures_is_not_called_out_of_order()
    {
        string text = Plain.Replace("\"n_qubits\":2", "\"n_qubits\":3", StringComparison.Ordinal)
            .Replace("[[0,1],[1,0]]", "[[0,1],[1,0],[1,2]]", StringComparison.Ordinal)
            .Replace("\"qubits\":[", "\"qubits\":[{\"id\":2,\"t1\":1e-4,\"t2\":1e-4,\"readout_error\":0.1,\"readout_length\":1e-6},", StringComparison.Ordinal)
            .Replace("[[1],0,0]]", "[[1],0,0],[[2],0,0]]", StringComparison.Ordinal);
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.QmlBench, text);
        Assert.Contains(Oddity.DeadCouplers, device!.Accepted);
        Assert.Contains("1 coupler(s) without figures of any two-qubit gate (1->2); not used", Assert.Single(said), StringComparison.Ordinal);
        Assert.DoesNotContain("out of order", said[0], StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_whose_keys_are_spelt_otherwise_is_no_device_without_errors()
    {
        const string text = """{"backend":"qpu.aria-9","qubits":3,"fidelty":{"1q":{"mean":0.9995}},"tming":{"t1":100}}""";
        (Device? device, string[] said) = Imports.Of(CalibrationFormat.Ionq, text);
        Assert.Null(device);
        Assert.Equal(
            ["f0.json:1:1: no error of a gate or a readout and no T1 is in this file; expected at least one; a file without any describes no device"], said);
    }

    [Theory]
    [InlineData("", "f.json:1:1: the file is empty")]
    [InlineData("{\"a\":1,\n\"b\"", "f.json:2:4: not valid JSON: ")]
    public void A_file_that_is_not_JSON_is_told_its_place_before_anyone_asks_for_its_format(string text, string expected)
    {
        var bag = new DiagnosticBag();
        Assert.Null(CalibrationFormats.Of(new SourceText("f.json", text), bag));
        Assert.StartsWith(expected, Assert.Single(bag.Errors).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", bag.Errors.First().ToString(), StringComparison.Ordinal);
    }
}
