using System.Text.Json;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Calibration.Braket;
using QmlBench.Devices.Calibration.Google;
using QmlBench.Devices.Calibration.Ibm;
using QmlBench.Devices.Calibration.Ionq;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration;

/// <summary>Imports the calibration files of one device, in whichever format, as a device profile.</summary>
/// <remarks>Figures are kept to the last bit in SI units. Everything that is assumed about a device is told in one warning, and
/// declared in <see cref="Device.Accepted"/>. Shapes of the files: <c>devices/README.md</c>.</remarks>
public static class VendorImporter
{
    /// <summary>Imports the files of one device.</summary>
    /// <param name="format">Their format.</param>
    /// <param name="files">The files, in any order: two for IBM, one or two for Google, else one.</param>
    /// <param name="bag">Receives errors, or one warning that says what was assumed.</param>
    /// <returns>The device, or null if there were errors.</returns>
    /// <exception cref="ArgumentException">There are no files.</exception>
    public static Device? Import(CalibrationFormat format, IReadOnlyList<SourceText> files, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentNullException.ThrowIfNull(bag);
        if (files.Count == 0)
            throw new ArgumentException("An import needs at least one file.", nameof(files));
        var own = new DiagnosticBag();
        Device? device = format switch
        {
            CalibrationFormat.Ibm => IbmImporter.Import(files, own),
            CalibrationFormat.Google => GoogleImporter.Import(files, own),
            CalibrationFormat.Ionq => FromOne(files, own, IonqCharacterization.Read),
            CalibrationFormat.Braket => FromOne(files, own, (reader, root, draft) => BraketProperties.Read(reader, root, files[0], draft)),
            _ => IsOne(files, own) ? CalibrationImporter.Import(files[0], own) : null,
        };
        Tell(files[0], own, bag);
        return own.HasErrors ? null : device;
    }

    private static Device? FromOne(
        IReadOnlyList<SourceText> files, DiagnosticBag bag, Action<JsonReader, JsonElement, DeviceDraft> read)
    {
        if (!IsOne(files, bag))
            return null;
        var reader = new JsonReader(files[0], bag);
        using JsonDocument? document = reader.Parse();
        if (document is null)
            return null;
        var draft = new DeviceDraft();
        read(reader, document.RootElement, draft);
        return CheckedDevice.Of(draft, reader, files[0], bag);
    }

    private static bool IsOne(IReadOnlyList<SourceText> files, DiagnosticBag bag)
    {
        if (files.Count > 1)
            bag.Error(files[1], SourceSpan.Beginning, "this format has one file a device", "one file; import each device on its own");
        return files.Count == 1;
    }

    // A user reads one warning; a dozen are skipped.
    private static void Tell(SourceText source, DiagnosticBag own, DiagnosticBag bag)
    {
        foreach (Diagnostic error in own.Errors)
            bag.Add(error);
        string[] assumed = [.. own.Sorted.Where(d => d.Severity != Severity.Error).Select(d => d.Message)];
        if (!own.HasErrors && assumed.Length > 0)
            bag.Warning(source, SourceSpan.Beginning, string.Join("; ", assumed));
    }
}
