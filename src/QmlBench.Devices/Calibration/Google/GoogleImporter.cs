using System.Globalization;
using System.Text.RegularExpressions;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration.Google;

/// <summary>Imports Google's calibration metrics, with the device specification and the angles of Floquet calibration if they are
/// given.</summary>
/// <remarks>Two-qubit figures are those of all couplers in parallel, as in the normal form; qubits are numbered by row and column.</remarks>
internal static partial class GoogleImporter
{
    /// <summary>Whether a file is a device specification.</summary>
    public static bool IsSpecification(SourceText source) => source.Text.Contains("valid_qubits:", StringComparison.Ordinal);

    /// <summary>Imports metrics, at most one specification and at most one file of Floquet angles, in any order.</summary>
    public static Device? Import(IReadOnlyList<SourceText> files, DiagnosticBag bag)
    {
        SourceText[] specifications = [.. files.Where(IsSpecification)];
        JsonFile[] parts = [.. files.Where(f => !IsSpecification(f)).Select(f => JsonFile.Of(f, bag)).OfType<JsonFile>()];
        if (bag.HasErrors)
            return null;
        JsonFile[] metrics = [.. parts.Where(p => !GoogleZPhases.Is(p.Root))], angles = [.. parts.Where(p => GoogleZPhases.Is(p.Root))];
        if (metrics.Length != 1 || specifications.Length > 1 || angles.Length > 1)
        {
            bag.Error(
                files[0], SourceSpan.Beginning,
                $"{metrics.Length} file(s) of metrics, {specifications.Length} specification(s) and {angles.Length} file(s) of angles were given",
                "one of metrics (JSON), at most one specification (protobuf text) and at most one of the angles zeta and gamma (JSON)");
            return null;
        }
        return Import(metrics[0], specifications.FirstOrDefault(), angles.FirstOrDefault(), bag);
    }

    private static Device? Import(JsonFile metrics, SourceText? specification, JsonFile? angles, DiagnosticBag bag)
    {
        var draft = new DeviceDraft();
        Header(metrics.Reader, metrics.Source, draft);
        GoogleFigures.Read(
            metrics.Reader, GoogleMetrics.Read(metrics.Reader, metrics.Root),
            specification is null ? null : GoogleSpecification.Read(specification, bag),
            angles is null ? GoogleZPhases.None : GoogleZPhases.Read(angles.Reader, angles.Root), draft);
        if (angles is null)
            metrics.Reader.Notice("without a file of Floquet angles, zeta and gamma are taken as 0");
        return CheckedDevice.Of(draft, metrics.Reader, metrics.Source, bag);
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
