using System.Globalization;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Calibration;
using QmlBench.Devices.Yaml;

namespace QmlBench.Benchmarks.Tables;

/// <summary>Time of loading every shipped profile in a warm process, and of importing every shared calibration.</summary>
/// <remarks>Bars: a profile of 156 qubits in 100 ms, any import in 2 s.</remarks>
internal static class ProfileTable
{
    private const int LargeDevice = 150, Repetitions = 20;

    /// <summary>Writes the table.</summary>
    public static void Write(TextWriter output)
    {
        var profiles = Directory.GetFiles(SharedFolder.Devices(), "*.yaml").Order(StringComparer.Ordinal).Select(Profile).ToList();
        var calibrations = Directory.GetFiles(SharedFolder.Path("calibrations"), "*.json").Order(StringComparer.Ordinal)
            .Where(file => System.IO.Path.GetFileName(file) != "index.json").Select(Calibration).ToList();
        output.WriteLine("| what | files | median ms | slowest | ms |");
        output.WriteLine("|---|---|---|---|---|");
        Row(output, "loading a profile", profiles);
        Row(output, $"loading a profile of {LargeDevice} qubits or more", [.. profiles.Where(one => one.Qubits >= LargeDevice)]);
        Row(output, "importing a calibration, to the text of its profile", calibrations);
    }

    private static (string Name, int Qubits, double Seconds) Profile(string file)
    {
        // Reading the file is part of loading it.
        var device = DeviceYamlReader.Read(SourceText.FromFile(file));
        return (device.Name, device.QubitCount, LeastTime.Of(Repetitions, () => DeviceYamlReader.Read(SourceText.FromFile(file))));
    }

    private static (string Name, int Qubits, double Seconds) Calibration(string file)
    {
        Device Import() => CalibrationImporter.Import(SourceText.FromFile(file));
        var device = Import();
        return (device.Name, device.QubitCount, LeastTime.Of(Repetitions, () => DeviceYamlWriter.Write(Import())));
    }

    private static void Row(TextWriter output, string what, List<(string Name, int Qubits, double Seconds)> times)
    {
        times.Sort((a, b) => a.Seconds.CompareTo(b.Seconds));
        var (name, qubits, seconds) = times[^1];
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {what} | {times.Count} | {1e3 * times[times.Count / 2].Seconds:0.0} | {name} ({qubits} qubits) | {1e3 * seconds:0.0} |"));
    }
}
