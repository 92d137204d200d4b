using CsCheck;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Calibration;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Calibration;

/// <summary>Imports of texts, and what every importer promises.</summary>
internal static class Imports
{
    // A missing figure is told at the entry it is missing from.
    private const int MostBefore = 140;

    private static readonly string[] Scraps = ["", "null", "-1", "[]", "{}", "\\ud800", "\"", ",", "1e999", "7", "0", "\":"];

    /// <summary>Imports texts as files f0.json, f1.json …; gives the device and what was said.</summary>
    public static (Device? Device, string[] Said) Of(CalibrationFormat format, params string[] texts) =>
        Of(format, [.. texts.Select((text, i) => new SourceText($"f{i}.json", text))]);

    /// <summary>Imports files; gives the device and what was said.</summary>
    public static (Device? Device, string[] Said) Of(CalibrationFormat format, params SourceText[] files)
    {
        var bag = new DiagnosticBag();
        Device? device = VendorImporter.Import(format, files, bag);
        Assert.Equal(bag.HasErrors, device is null);
        return (device, [.. bag.Sorted.Select(d => d.ToString())]);
    }

    /// <summary>The profile of an import; the same bytes twice, and it reads back as an equal device.</summary>
    public static string Profile(CalibrationFormat format, params SourceText[] files)
    {
        Device device = Of(format, files).Device!;
        string text = DeviceYamlWriter.Write(device);
        Assert.Equal(text, DeviceYamlWriter.Write(Of(format, files).Device!));
        Assert.Equal(device, DeviceYamlReader.Read(new SourceText(device.Name + ".yaml", text)));
        return text;
    }

    /// <summary>Asserts that a text was refused for a reason, at or a little before the part of it that is wrong.</summary>
    public static void AssertPlaced(string[] said, string file, string text, string wrong, string reason)
    {
        string found = Assert.Single(said, s => s.EndsWith(": " + reason, StringComparison.Ordinal));
        int[] place = [.. found[(file.Length + 1)..].Split(':').Take(2).Select(int.Parse)];
        Assert.StartsWith(file + ":", found, StringComparison.Ordinal);
        int at = text.Split('\n').Take(place[0] - 1).Sum(line => line.Length + 1) + place[1] - 1;
        int[] wrongs = [.. Enumerable.Range(0, text.Length).Where(i => string.CompareOrdinal(text, i, wrong, 0, wrong.Length) == 0)];
        Assert.Contains(wrongs, start => at >= start - MostBefore && at <= start + wrong.Length + 1);
    }

    /// <summary>Spoils a file at random places; every result must be a device or an error with its place.</summary>
    public static void SurvivesMutations(CalibrationFormat format, params string[] texts) =>
        Property.Holds(
            Gen.Select(Gen.Int[0, texts.Length - 1], Gen.Double[0, 1], Gen.Int[0, 12], Gen.Int[0, Scraps.Length - 1]),
            mutation =>
            {
                (int file, double at, int length, int scrap) = mutation;
                string[] spoilt = [.. texts];
                int start = (int)(at * texts[file].Length), end = Math.Min(start + length, texts[file].Length);
                spoilt[file] = texts[file][..start] + Scraps[scrap] + texts[file][end..];
                (Device? device, string[] said) = Of(format, spoilt);
                if (device is null)
                    Assert.All(said, s => Assert.Matches(@"^f\d\.json:\d+:\d+: .", s));
                else
                    Assert.DoesNotContain("NaN", DeviceYamlWriter.Write(device), StringComparison.Ordinal);
            },
            count: 1000);
}
