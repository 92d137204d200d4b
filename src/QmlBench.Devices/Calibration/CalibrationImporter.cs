using System.Text.Json;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration;

/// <summary>Imports a calibration in QmlBench's normal form (JSON, schema <c>qmlbench.calibration/1</c>) as a device profile.</summary>
/// <remarks>Figures are kept to the last bit. Oddities of real data are kept too and declared in <see cref="Device.Accepted"/>; each
/// is told once. Raw metrics and coherent angles are left out.</remarks>
public static class CalibrationImporter
{
    /// <summary>Schema of the files this importer reads.</summary>
    public const string CalibrationSchema = "qmlbench.calibration/1";

    /// <summary>Imports a calibration and refuses it if it cannot be a device.</summary>
    /// <param name="source">The text; its file name without extension becomes the profile's name.</param>
    /// <returns>The device.</returns>
    /// <exception cref="SourceException">The calibration has errors; all of them are in the exception.</exception>
    public static Device Import(SourceText source)
    {
        var bag = new DiagnosticBag();
        Device? device = Import(source, bag);
        bag.ThrowIfErrors();
        return device ?? throw new InvalidOperationException("Bug in QmlBench: a calibration without errors gave no device.");
    }

    /// <summary>Imports a calibration.</summary>
    /// <param name="source">The text; its file name without extension becomes the profile's name.</param>
    /// <param name="bag">Receives errors, and a notice for each oddity.</param>
    /// <returns>The device, or null if there were errors.</returns>
    public static Device? Import(SourceText source, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(source);
        var own = new DiagnosticBag();
        var reader = new JsonReader(source, own);
        using JsonDocument? document = reader.Parse();
        Device? device = document is null ? null : Import(reader, document.RootElement, source, own);
        bag.Add(own);
        return own.HasErrors ? null : device;
    }

    private static Device? Import(JsonReader reader, JsonElement root, SourceText source, DiagnosticBag bag)
    {
        string? schema = reader.Text(root, "schema", "");
        if (schema != CalibrationSchema)
        {
            reader.Error("schema", $"this is '{schema ?? "nothing"}'", $"'{CalibrationSchema}'");
            return null;
        }
        var draft = new DeviceDraft();
        CalibrationHeader.Read(reader, root, Path.GetFileNameWithoutExtension(source.FileName), draft);
        CalibrationQubits.Read(reader, root, draft);
        CalibrationGates.Read(reader, root, draft);
        CalibrationCrosstalk.Read(reader, root, draft);
        CalibrationMetrics.Read(reader, root, draft);
        CalibrationAngles.Read(reader, root, draft);
        return CheckedDevice.Of(draft, reader, source, bag);
    }
}
