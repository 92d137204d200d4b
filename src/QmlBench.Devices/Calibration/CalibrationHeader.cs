using System.Text.Json;
using System.Text.RegularExpressions;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration;

/// <summary>Reads names, dates and sources of a calibration.</summary>
internal static partial class CalibrationHeader
{
    /// <summary>Fills the header of a draft.</summary>
    public static void Read(JsonReader reader, JsonElement root, string profileName, DeviceDraft draft)
    {
        draft.Name = profileName;
        draft.Machine = MachineOf(profileName);
        draft.Snapshot = reader.Time(reader.Text(root, "timestamp", ""), "timestamp");
        draft.Vendor = reader.Text(root, "vendor", "");
        draft.Technology = reader.Text(root, "technology", "");
        draft.Processor = JsonReader.Member(root, "processor") is { } processor ? Processor(reader, processor) : null;
        draft.Kind = reader.Text(root, "kind", "") == "calibration" ? DeviceKind.Calibration : DeviceKind.Specification;
        draft.Source = Source(reader, root);
        draft.Semantics = DefaultSemantics(draft.Vendor);
        draft.Dt = reader.Number(root, "dt", "");
    }

    /// <summary>The machine a profile is of: its name without date.</summary>
    public static string MachineOf(string profileName) => DateBehind().Replace(profileName, "");

    /// <summary>The noise semantics whose figures a vendor publishes.</summary>
    public static string DefaultSemantics(string? vendor) => vendor switch
    {
        "IBM" => NoiseSemantics.AerProperties,
        "Google" => NoiseSemantics.Google,
        "IQM" => NoiseSemantics.Iqm,
        _ => NoiseSemantics.AerTarget,
    };

    /// <summary>Family, revision and segment of a processor in words.</summary>
    public static string? Processor(JsonReader reader, JsonElement processor)
    {
        string?[] parts =
        [
            reader.Text(processor, "family", "processor/"),
            Revision(reader, processor) is { } revision ? $"r{revision}" : null,
            reader.Text(processor, "segment", "processor/") is { } segment ? $"segment {segment}" : null,
        ];
        string words = string.Join(' ', parts.OfType<string>());
        return words.Length == 0 ? null : words;
    }

    // IBM writes "5.11" as a text and 4 as a number.
    private static string? Revision(JsonReader reader, JsonElement processor) =>
        JsonReader.Member(processor, "revision") is { ValueKind: JsonValueKind.Number } number
            ? number.GetRawText()
            : reader.Text(processor, "revision", "processor/");

    private static DeviceSource Source(JsonReader reader, JsonElement root)
    {
        JsonElement source = JsonReader.Member(root, "source") ?? default;
        DateTimeOffset?[] dates = [.. reader.Items(root, "value_dates", "").Select(d => reader.Time(reader.Text(d, "value_dates"), "value_dates"))];
        return new DeviceSource
        {
            Repository = reader.Text(source, "repository", "source/"),
            Commit = reader.Text(source, "commit", "source/"),
            Files = [.. reader.Items(source, "paths", "source/").Select(p => reader.Text(p, "source/paths")).OfType<string>()],
            Address = reader.Text(source, "address", "source/"),
            MeasuredFrom = dates.Length == 2 ? dates[0] : null,
            MeasuredTo = dates.Length == 2 ? dates[1] : null,
        };
    }

    [GeneratedRegex(@"_(\d{4}-\d{2}-\d{2}|spec)$")]
    private static partial Regex DateBehind();
}
