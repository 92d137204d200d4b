using QmlBench.Circuits.Source;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration.Ibm;

/// <summary>Imports IBM's backend configuration and backend properties, as the Qiskit runtime service gives them.</summary>
/// <remarks>The result equals that of the normal form of the same snapshot, name and source aside. Of <c>general</c> the
/// static ZZ rates are kept; layer fidelities are left out: the profile format has no place for them.</remarks>
internal static class IbmImporter
{
    /// <summary>Imports a pair of files in any order.</summary>
    public static Device? Import(IReadOnlyList<SourceText> files, DiagnosticBag bag)
    {
        JsonFile[] parts = [.. files.Select(f => JsonFile.Of(f, bag)).OfType<JsonFile>()];
        if (parts.Length < files.Count)
            return null;
        JsonFile[] configurations = [.. parts.Where(IsConfiguration)], properties = [.. parts.Where(p => !IsConfiguration(p))];
        if (configurations.Length != 1 || properties.Length != 1)
        {
            parts[0].Reader.Error(
                "",
                $"{configurations.Length} configuration(s) (with 'basis_gates') and {properties.Length} properties file(s) were given",
                "one of each, of the same device");
            return null;
        }
        return Import(configurations[0], properties[0], bag);
    }

    private static Device? Import(JsonFile configuration, JsonFile properties, DiagnosticBag bag)
    {
        string? name = configuration.Reader.Text(configuration.Root, "backend_name", "");
        string? other = properties.Reader.Text(properties.Root, "backend_name", "");
        if (name != other)
            properties.Reader.Error("backend_name", $"this is '{other}', but the configuration is of '{name}'", "two files of one device");
        var draft = new DeviceDraft();
        IbmHeader.Read(configuration, properties, draft);
        IbmQubits.Read(configuration, properties, draft);
        CalibrationGates.Couplers(configuration.Reader, configuration.Root, draft);
        IbmGates.Read(properties.Reader, properties.Root, draft);
        CalibrationGates.Basis(configuration.Reader, configuration.Root, draft);
        IbmCrosstalk.Read(properties.Reader, properties.Root, draft);
        return CheckedDevice.Of(draft, properties.Reader, properties.Source, bag);
    }

    // Only the configuration says what is native.
    private static bool IsConfiguration(JsonFile file) => JsonReader.Member(file.Root, "basis_gates") is not null;
}
