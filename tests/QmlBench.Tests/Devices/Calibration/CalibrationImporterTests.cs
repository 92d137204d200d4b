using System.Text.Json;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Calibration;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Calibration;

public sealed class CalibrationImporterTests
{
    private const string Good = """
        {"schema":"qmlbench.calibration/1","name":"x","vendor":"IBM","kind":"calibration","technology":"t","processor":{"family":"F","revision":"1"},
        "source":{"repository":"r","commit":"c","paths":["p"]},"timestamp":"2024-05-27T15:27:23-03:00","value_dates":null,"n_qubits":2,"dt":1e-9,
        "coupling_map":[[0,1],[1,0]],"basis_gates":["cx","rz","reset"],
        "qubits":[{"id":0,"t1":1e-4,"t2":3e-4,"p1_given_0":0.1,"p0_given_1":0.2,"readout_error":0.15,"readout_length":1e-6},
                  {"id":1,"t1":1e-4,"t2":null,"p1_given_0":0.1,"p0_given_1":0.2,"readout_error":0.15,"readout_length":1e-6}],
        "gates":{"rz":[[[0],0,0],[[1],0,0]],"cx":[[[0,1],0.01,3e-7],[[1,0],1,4e-7]],"reset":[[[0],null,1e-6],[[1],null,1e-6]],"measure":[[[0],0.15,1e-6]]},
        "coords":[[1,2],[3,4]]}
        """;

    private static (Device? Device, string[] Said) Import(string text)
    {
        var bag = new DiagnosticBag();
        Device? device = CalibrationImporter.Import(new SourceText("m_2024-05-27.json", text), bag);
        return (device, [.. bag.Sorted.Select(d => d.ToString())]);
    }

    [Fact]
    public void A_calibration_becomes_a_profile_with_its_oddities_declared()
    {
        (Device? device, string[] said) = Import(Good);
        Assert.Equal(("m_2024-05-27", "m", "F r1"), (device!.Name, device.Machine, device.Processor));
        Assert.Equal([Oddity.T2AboveTwiceT1, Oddity.DeadCouplers, Oddity.MissingFigures], device.Accepted);
        Assert.Equal(3, said.Length);
        Assert.All(said, s => Assert.StartsWith("m_2024-05-27.json:1:1: notice: ", s, StringComparison.Ordinal));
        Assert.Equal(["cx", "rz"], device.Basis);
        Assert.Equal(["cx", "rz"], device.Gates.Select(g => g.Name));
        Assert.True(device.Gate("rz")!.IsVirtual);
        Assert.Equal(1e-6, device.Qubits[1].ResetDuration);
        Assert.Equal(["measure"], device.Measurements.Select(g => g.Name));
        Assert.Equal(new GridPoint(Row: 4, Column: 3), device.Qubits[1].Position);
        Assert.Equal(3e-4, device.Qubits[0].T2);
        Assert.Equal(NoiseSemantics.AerProperties, device.Semantics);
    }

    [Theory]
    [InlineData("\"qmlbench.calibration/1\"", "\"other\"", "schema: this is 'other'; expected 'qmlbench.calibration/1'")]
    [InlineData("\"t1\":1e-4,\"t2\":3e-4", "\"t1\":\"long\",\"t2\":3e-4", "qubits/0/t1: this is not a finite number; expected a number or null")]
    [InlineData("\"t1\":1e-4,\"t2\":3e-4", "\"t1\":-1e-4,\"t2\":3e-4", "qubits/0/t1: T1 is not positive; expected a time above 0")]
    [InlineData("\"t1\":1e-4,\"t2\":3e-4", "\"t1\":1e999,\"t2\":3e-4", "qubits/0/t1: this is not a finite number; expected a number or null")]
    [InlineData("[[0,1],[1,0]]", "[[0,1],[1,7]]", "coupling_map: the coupler 1->7 names qubit 7, which does not exist; expected a qubit from 0 to 1")]
    [InlineData("\"id\":1", "\"id\":0", "qubits/1/: qubit 0 is listed twice; expected each qubit once")]
    [InlineData("\"n_qubits\":2", "\"n_qubits\":3", "n_qubits: 3 announced, 2 qubits found; expected the number of qubits")]
    [InlineData("\"cx\":[[[0,1],0.01,3e-7]", "\"cx\":[[[0,1],0.01]", "gates/cx/0: 2 column(s); expected qubits, error, duration")]
    [InlineData("\"vendor\":\"IBM\"", "\"vendor\":5", "vendor: this is not a text; expected a text in quotes")]
    [InlineData("\"vendor\":\"IBM\"", "\"vendor\":\"\\ud800\"", "vendor: this is not a text; expected a text in quotes")]
    [InlineData("\"timestamp\":\"2024-05-27T15:27:23-03:00\"", "\"timestamp\":\"soon\"", "timestamp: 'soon' is not a time; expected ISO 8601")]
    [InlineData("[\"cx\",\"rz\",\"reset\"]", "5", "basis_gates: this is not a list; expected a list")]
    [InlineData("[[1,2],[3,4]]", "[[1,2],[3]]", "coords/1: 1 coordinate(s); expected two")]
    [InlineData("\"value_dates\":null", "\"metrics\":5", "metrics: this is not an object; expected an object in braces")]
    [InlineData("\"value_dates\":null", "\"metrics\":{\"m\":[[[0]]]}", "metrics/m/0: 1 column(s); expected qubits and a value")]
    [InlineData("\"value_dates\":null", "\"fsim_error_columns\":[\"pair\",\"theta\"],\"fsim_errors\":{\"cx\":[[[0,1]]]}", "fsim_errors/cx/0: 1 column(s); expected 2, as 'fsim_error_columns' names them")]
    [InlineData("\"value_dates\":null", "\"fsim_error_columns\":[\"pair\",\"theta\"],\"fsim_errors\":{\"cx\":[[[0,0],0.1]]}", "fsim_errors/cx/0: this is not a pair; expected two different qubits")]
    [InlineData("\"value_dates\":null", "\"static_zz\":[[[0,1]]]", "static_zz/0: 1 column(s); expected pair, rate")]
    [InlineData("\"value_dates\":null", "\"static_zz\":[[[0,1],5e4],[[1,0],5e4]]", "static_zz: the pair 0-1 is listed twice; expected each pair once")]
    [InlineData("\"n_qubits\":2", "\"n_qubits\":null", "n_qubits: no number announced, 2 qubits found; expected the number of qubits")]
    [InlineData("\"rz\":[[[0]", "\"rzq\":[[[0]", "gates/rzq: unknown gate 'rzq'; expected a gate of the catalogue; did you mean 'rz'?")]
    public void What_cannot_be_a_device_is_reported_with_its_path(string part, string replacement, string expected)
    {
        string text = Good.Replace(part, replacement, StringComparison.Ordinal);
        (Device? device, string[] said) = Import(text);
        Assert.Null(device);
        Imports.AssertPlaced(said, "m_2024-05-27.json", text, replacement, expected);
    }

    // What is assumed is told, not refused.
    [Theory]
    [InlineData("\"rz\",\"reset\"]", "\"rz\",\"sx\"]", "'sx' is said to be native but has no figures; it is not native here")]
    [InlineData("\"id\":0,", "\"id\":0,\"frequency\":0,", "the frequency is given as 0 for 1 qubit(s); taken as not given")]
    [InlineData("\"value_dates\":null", "\"metrics\":{\"m\":[[[0],0.1]]}", "two-qubit errors are those of all couplers in parallel; rz is in software")]
    [InlineData("\"vendor\":\"IBM\",\"kind\"", "\"vendor\":\"IQM\",\"kind\"", "rz is in software")]
    public void What_is_assumed_is_told(string part, string replacement, string expected)
    {
        // IQM lists no rz.
        string text = Good.Replace(part, replacement, StringComparison.Ordinal);
        if (replacement.Contains("IQM", StringComparison.Ordinal))
            text = text.Replace("\"rz\":[[[0],0,0],[[1],0,0]],", "", StringComparison.Ordinal).Replace("\"rz\",", "", StringComparison.Ordinal)
                .Replace(",[[1,0],1,4e-7]", "", StringComparison.Ordinal);
        (Device? device, string[] said) = Import(text);
        Assert.NotNull(device);
        Assert.Contains($"m_2024-05-27.json:1:1: notice: {expected}", said);
    }

    [Theory]
    [InlineData("[]", "m_2024-05-27.json:1:1: the calibration is not an object; expected an object in braces")]
    [InlineData("{\"a\\ud800\": 1}", "m_2024-05-27.json:1:4: a key contains an escaped half of a character; expected plain letters")]
    public void What_is_hardly_a_calibration_is_refused(string text, string expected) => Assert.Equal([expected], Import(text).Said);

    [Fact]
    public void A_file_a_device_is_all_there_is() =>
        Assert.Equal(
            ["f1.json:1:1: this format has one file a device; expected one file; import each device on its own"],
            Imports.Of(CalibrationFormat.QmlBench, Good, Good).Said);

    [Theory]
    [InlineData("{", 1)]
    [InlineData("{\n\"a\": x}", 2)]
    public void Broken_syntax_is_reported_with_its_line(string text, int line)
    {
        (Device? device, string[] said) = Import(text);
        Assert.Null(device);
        Assert.Matches($"^m_2024-05-27.json:{line}:[0-9]+: not valid JSON: .", Assert.Single(said));
    }

    [Fact]
    public void Every_shared_calibration_imports_and_survives_its_profile()
    {
        string[] files = [.. SharedData.Files("calibrations", "*.json").Where(f => Path.GetFileName(f) != "index.json")];
        Assert.All(files, file =>
        {
            Device device = CalibrationImporter.Import(SourceText.FromFile(file));
            string text = DeviceYamlWriter.Write(device);
            Device read = DeviceYamlReader.Read(new SourceText(device.Name + ".yaml", text));
            Assert.Equal(device, read);
            Assert.Equal(device.ContentHash(), read.ContentHash());
            Assert.True(text.Length < 150_000, $"{device.Name} takes {text.Length} characters.");
            string shipped = RepositoryRoot.Combine("devices", device.Name + ".yaml");
            Assert.Equal(File.ReadAllText(shipped), text);
        });
    }

    [Fact]
    public void Every_figure_of_a_shared_calibration_arrives_unchanged()
    {
        foreach (string file in SharedData.Files("calibrations", "ibm_*.json"))
        {
            Device device = CalibrationImporter.Import(SourceText.FromFile(file));
            using JsonDocument json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (JsonElement qubit in json.RootElement.GetProperty("qubits").EnumerateArray())
            {
                Qubit read = device.Qubits[qubit.GetProperty("id").GetInt32()];
                Assert.Equal(Figure(qubit, "t1"), read.T1);
                Assert.Equal(Figure(qubit, "t2"), read.T2);
                Assert.Equal(Figure(qubit, "readout_error"), read.Readout.Error);
                Assert.Equal(Figure(qubit, "p1_given_0"), read.Readout.P1Given0);
            }
            foreach (JsonProperty gate in json.RootElement.GetProperty("gates").EnumerateObject().Where(g => device.Gate(g.Name) is { IsVirtual: false }))
            {
                foreach (JsonElement row in gate.Value.EnumerateArray())
                {
                    GateSite site = device.Gate(gate.Name)!.SiteFor([.. row[0].EnumerateArray().Select(q => q.GetInt32())])!;
                    Assert.Equal((row[1].GetDouble(), row[2].GetDouble()), (site.Error, site.Duration));
                }
            }
        }
    }

    private static double? Figure(JsonElement qubit, string key) =>
        qubit.GetProperty(key).ValueKind == JsonValueKind.Null ? null : qubit.GetProperty(key).GetDouble();
}
