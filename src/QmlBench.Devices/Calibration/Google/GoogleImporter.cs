using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration.Google;

/// <summary>Imports Google's calibration metrics, with the device specification if it is given.</summary>
/// <remarks>Two-qubit figures are those of all couplers in parallel, as in the normal form; qubits are numbered by row and column.
/// Coherent angles are left out: the profile format has no place for them.</remarks>
internal static partial class GoogleImporter
{
    /// <summary>Whether a file is a device specification.</summary>
    public static bool IsSpecification(SourceText source) => source.Text.Contains("valid_qubits:", StringComparison.Ordinal);

    /// <summary>Imports metrics and at most one specification, in any order.</summary>
    public static Device? Import(IReadOnlyList<SourceText> files, DiagnosticBag bag)
    {
        SourceText[] metrics = [.. files.Where(f => !IsSpecification(f))], specifications = [.. files.Where(IsSpecification)];
        if (metrics.Length != 1 || specifications.Length > 1)
        {
            bag.Error(
                files[0], SourceSpan.Beginning, $"{metrics.Length} file(s) of metrics and {specifications.Length} specification(s) were given",
                "one of metrics (JSON) and at most one specification (protobuf text)");
            return null;
        }
        var reader = new JsonReader(metrics[0], bag);
        using JsonDocument? document = reader.Parse();
        if (document is null)
            return null;
        var draft = new DeviceDraft();
        Header(reader, metrics[0], draft);
        GoogleSpecification? specification = specifications.Length == 0 ? null : GoogleSpecification.Read(specifications[0], bag);
        GoogleFigures.Read(reader, GoogleMetrics.Read(reader, document.RootElement), specification, draft);
        return CheckedDevice.Of(draft, reader, metrics[0], bag);
    }

    private static void Header(JsonReader reader, SourceText source, DeviceDraft draft)
    {
        string file = Path.GetFileNameWithoutExtension(source.FileName);
        Match named = Named().Match(file);
        draft.Snapshot = named.Success && DateTimeOffset.TryParseExact(
            named.Groups["date"].Value.Replace('_', '-'), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date) ? date : null;
        draft.Machine = draft.Snapshot is null ? NotInNames().Replace(file, "_") : $"google_{NotInNames().Replace(named.Groups["machine"].Value, "_")}";
        draft.Name = draft.Snapshot is null ? draft.Machine : $"{draft.Machine}_{named.Groups["date"].Value.Replace('_', '-')}";
        draft.Vendor = "Google";
        draft.Technology = "superconducting transmon, tunable coupler";
        draft.Kind = draft.Snapshot is null ? DeviceKind.Specification : DeviceKind.Calibration;
        draft.Semantics = CalibrationHeader.DefaultSemantics(draft.Vendor);
        draft.Source = new DeviceSource { Text = $"Google calibration metrics of {draft.Machine}" };
        reader.Notice(draft.Snapshot is null
            ? "no date in the file's name; taken as typical figures, not as those of a day" : "the date is that of the file's name");
    }

    [GeneratedRegex(@"^(?<machine>.+)_(?<date>\d{4}[_-]\d{2}[_-]\d{2})(?:_|$)")]
    private static partial Regex Named();

    [GeneratedRegex("[^A-Za-z0-9_.+-]")]
    private static partial Regex NotInNames();
}
