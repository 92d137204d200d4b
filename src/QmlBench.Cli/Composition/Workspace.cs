using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Storage;
using QmlBench.Suites.Vocabulary;
using QmlBench.Suites.Yaml;

namespace QmlBench.Cli.Composition;

/// <summary>Finds what verbs work on: device profiles, suite files, the results database.</summary>
internal static class Workspace
{
    /// <summary>The database unless <c>--db</c> says otherwise.</summary>
    public const string DefaultDatabase = "results/qmlbench.db";

    /// <summary>The device profiles: <c>devices/</c> beside the working directory or above it, else those shipped.</summary>
    public static DeviceLibrary Devices() => DeviceLibrary.Discover();

    /// <summary>Loads a device profile.</summary>
    /// <param name="name">NAME, NAME@DATE, a full name, template:…, drift:…, or ideal.</param>
    /// <param name="idealQubits">Size of the ideal device.</param>
    /// <exception cref="RefusedException">There is none of that name.</exception>
    public static Device Device(string name, int idealQubits)
    {
        var devices = Devices();
        if (devices.Knows(name))
            return devices.Load(name, idealQubits);
        if (devices.Complaint(name) is { } complaint)
            throw new RefusedException(complaint);
        var nearest = devices.SuggestionFor(name);
        throw new RefusedException(
            $"There is no device '{name}'" + (nearest is null
                ? "; " : $"; did you mean '{nearest}'? ") + "'qmlbench list devices' shows all.");
    }

    /// <summary>Reads a suite; every problem at once when it is not sound.</summary>
    /// <exception cref="SourceException">The file has errors.</exception>
    /// <exception cref="RefusedException">There is no such file.</exception>
    public static SuiteFile ReadSuite(string path, ulong? seed)
    {
        var text = Text(path);
        var bag = new DiagnosticBag();
        var suite = new SuiteYamlReader(SuiteVocabulary.Of(Devices())).Read(text, bag);
        bag.ThrowIfErrors();
        return new(seed is { } other ? suite! with { Seed = other } : suite!, text.Text);
    }

    /// <summary>Whether a file is a device profile: its schema line says so.</summary>
    public static bool IsDevice(SourceText source) => source.Text.Contains("qmlbench/device/", StringComparison.Ordinal);

    /// <summary>The text of a file.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    public static SourceText Text(string path) => File.Exists(path)
        ? SourceText.FromFile(path)
        : throw new RefusedException($"{path}: there is no such file.");

    /// <summary>Opens the results database.</summary>
    public static SqliteResultStore Open(string path) => SqliteResultStore.Open(path, TimeProvider.System);

    /// <summary>Opens a database that must exist.</summary>
    /// <exception cref="RefusedException">There is none yet.</exception>
    public static SqliteResultStore OpenExisting(string path) => File.Exists(path)
        ? Open(path)
        : throw new RefusedException($"{path}: there are no results yet. 'qmlbench run suites/quickstart.yaml' makes some.");
}
