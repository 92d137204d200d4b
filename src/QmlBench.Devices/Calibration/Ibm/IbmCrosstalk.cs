using System.Globalization;
using System.Text.Json;
using QmlBench.Devices.Noise;
using QmlBench.Devices.Validation;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration.Ibm;

/// <summary>Reads the static ZZ rates under <c>general</c>: figures named <c>zz_</c> and the two qubits' numbers, unseparated.</summary>
internal static class IbmCrosstalk
{
    private const string Prefix = "zz_";

    /// <summary>Fills the crosstalk of a draft whose couplers are known.</summary>
    public static void Read(JsonReader reader, JsonElement root, DeviceDraft draft)
    {
        var rates = new List<StaticZz>();
        foreach (JsonElement item in reader.Items(root, "general", ""))
        {
            if (reader.Text(item, "name", "general/") is not { } name || !name.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            if (Pair(name[Prefix.Length..], draft) is not { } pair)
                reader.Notice($"'{name}' is the rate of no coupler, or of several; left out");
            else if (reader.Figure(item, Dimension.Frequency, $"general/{name}") is { } rate)
                rates.Add(new(pair.First, pair.Second, rate));
        }
        CalibrationCrosstalk.Set(reader, draft, rates);
    }

    // "1215" is 12 and 15, or 1 and 215: the one of them that is a coupler.
    private static (int First, int Second)? Pair(string digits, DeviceDraft draft)
    {
        (int, int)[] found =
        [
            .. Enumerable.Range(1, Math.Max(0, digits.Length - 1))
                .Select(split => (First: Index(digits[..split]), Second: Index(digits[split..])))
                .Where(p => p.First >= 0 && p.Second >= 0 && Joined(draft, p.First, p.Second))
                .Select(p => (Math.Min(p.First, p.Second), Math.Max(p.First, p.Second)))
                .Distinct(),
        ];
        return found.Length == 1 ? found[0] : null;
    }

    private static bool Joined(DeviceDraft draft, int first, int second) =>
        draft.AllCouplers().Any(c => (c.First, c.Second) == (first, second) || (c.First, c.Second) == (second, first));

    // A number with a leading zero is part of another split.
    private static int Index(string digits) =>
        (digits.Length == 1 || digits[0] != '0') && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int index) ? index : -1;
}
