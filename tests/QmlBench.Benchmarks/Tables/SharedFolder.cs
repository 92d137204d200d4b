using System.Globalization;
using QmlBench.Circuits;
using QmlBench.Circuits.OpenQasm;
using QmlBench.Circuits.Source;
using QmlBench.Devices;

namespace QmlBench.Benchmarks.Tables;

/// <summary>The folder of shared circuits and published figures, and the devices of this repository.</summary>
internal static class SharedFolder
{
    /// <summary>A path in the folder that the environment variable QMLBENCH_SHARED names.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string Root => Environment.GetEnvironmentVariable("QMLBENCH_SHARED")
        ?? throw new InvalidOperationException("Set QMLBENCH_SHARED to the folder with circuits/ and published/.");

    /// <summary>A circuit by its file's path in the folder.</summary>
    public static Circuit Circuit(params string[] parts) => QasmReader.ReadOrThrow(SourceText.FromFile(Path(parts)));

    /// <summary>The circuits of the QML families, by name, in the order of their manifest.</summary>
    public static IEnumerable<(string Name, Circuit Circuit)> QmlCircuits() =>
        Rows("circuits", "qml", "manifest.csv").Select(row => (row["file"][..^".qasm".Length], Circuit("circuits", "qml", row["file"])));

    /// <summary>The small and medium circuits of QASMBench, by name.</summary>
    public static IEnumerable<(string Name, Circuit Circuit)> QasmBenchCircuits() =>
        Rows("circuits", "qasmbench-sample", "manifest.csv")
            .Where(row => row["status"] == "ok" && row["file"].StartsWith("qasmbench/", StringComparison.Ordinal))
            .Select(row => (System.IO.Path.GetFileNameWithoutExtension(row["file"]), Circuit("circuits", "qasmbench-sample", row["file"])));

    /// <summary>The rows of a CSV file without quoted fields, by column.</summary>
    public static IEnumerable<Dictionary<string, string>> Rows(params string[] parts)
    {
        var lines = File.ReadAllLines(Path(parts));
        var head = lines[0].Split(',');
        return lines.Skip(1).Where(line => line.Length > 0)
            .Select(line => head.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second));
    }

    /// <summary>A whole number of a row.</summary>
    public static int Whole(Dictionary<string, string> row, string column) => int.Parse(row[column], CultureInfo.InvariantCulture);

    /// <summary>A device of this repository.</summary>
    public static Device Device(string name) => new DeviceLibrary(Devices()).Load(name, 1);

    /// <summary>The folder of profiles of this repository.</summary>
    public static string Devices()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(System.IO.Path.Combine(folder.FullName, "devices")))
            folder = folder.Parent ?? throw new InvalidOperationException("Run this inside the repository: it needs its devices.");
        return System.IO.Path.Combine(folder.FullName, "devices");
    }
}
