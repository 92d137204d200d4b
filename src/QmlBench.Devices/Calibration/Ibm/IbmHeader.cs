using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using QmlBench.Devices.Validation;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration.Ibm;

/// <summary>Reads names, dates and the sample time of an IBM device.</summary>
internal static partial class IbmHeader
{
    /// <summary>Fills the header of a draft.</summary>
    public static void Read(JsonFile configuration, JsonFile properties, DeviceDraft draft)
    {
        JsonReader reader = configuration.Reader;
        string? backend = reader.Text(configuration.Root, "backend_name", "");
        draft.Snapshot = properties.Reader.Time(properties.Reader.Text(properties.Root, "last_update_date", ""), "last_update_date");
        draft.Machine = Older().Replace(backend ?? "", "ibm_");
        draft.Name = draft.Snapshot is { } date ? $"{draft.Machine}_{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}" : draft.Machine;
        draft.Vendor = "IBM";
        draft.Technology = "superconducting transmon";
        draft.Processor = JsonReader.Member(configuration.Root, "processor_type") is { } processor
            ? CalibrationHeader.Processor(reader, processor) : null;
        draft.Kind = DeviceKind.Calibration;
        draft.Semantics = CalibrationHeader.DefaultSemantics(draft.Vendor);
        draft.Dt = SampleTime(reader, configuration.Root);
        draft.Source = Source(properties, backend, reader.Text(configuration.Root, "backend_version", ""));
    }

    // In nanoseconds, without saying so.
    private static double? SampleTime(JsonReader reader, JsonElement root) =>
        reader.Number(root, "dt", "") is not null && Quantity.Read($"{JsonReader.Member(root, "dt")!.Value.GetRawText()} ns", Dimension.Time, out double dt) == Quantity.Fault.None
            ? dt : null;

    private static DeviceSource Source(JsonFile properties, string? backend, string? version)
    {
        DateTimeOffset[] dates = [.. Dates(properties).Order()];
        return new DeviceSource
        {
            Text = $"IBM backend configuration and properties of {backend}{(version is null ? "" : $", version {version}")}",
            MeasuredFrom = dates.Length > 0 ? dates[0] : null,
            MeasuredTo = dates.Length > 0 ? dates[^1] : null,
        };
    }

    private static IEnumerable<DateTimeOffset> Dates(JsonFile properties)
    {
        JsonReader reader = properties.Reader;
        IEnumerable<(JsonElement Value, string Place)> values = Values(reader, properties.Root, "qubits", "")
            .SelectMany(q => reader.Items(q.Value, q.Place).Select((value, i) => (value, $"{q.Place}/{i}/")))
            .Concat(Values(reader, properties.Root, "gates", "").SelectMany(g => Values(reader, g.Value, "parameters", $"{g.Place}/").Select(v => (v.Value, $"{v.Place}/"))));
        return values.Select(v => reader.Time(reader.Text(v.Value, "date", v.Place), $"{v.Place}date")).OfType<DateTimeOffset>();
    }

    private static IEnumerable<(JsonElement Value, string Place)> Values(JsonReader reader, JsonElement parent, string key, string place) =>
        reader.Items(parent, key, place).Select((value, i) => (value, $"{place}{key}/{i}"));

    // Backends were called ibmq_x, and alt_x on the day a device was recalibrated; they are the machine ibm_x.
    [GeneratedRegex("^(ibmq|alt)_")]
    private static partial Regex Older();
}
