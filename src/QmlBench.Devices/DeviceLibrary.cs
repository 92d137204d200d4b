using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices;

/// <summary>Finds device profiles by name in folders of YAML files.</summary>
/// <remarks>
/// A reference is <c>ideal</c>, a profile's name (<c>ibm_manila_2024-05-27</c>), a machine's name (<c>ibm_manila</c>: its newest
/// snapshot), a machine with a date (<c>ibm_manila@2024-05-27</c>), or a path that ends in <c>.yaml</c>. Names are those of the files;
/// in an earlier folder they hide those of a later one. The folders are listed once, at construction.
/// </remarks>
public sealed partial class DeviceLibrary
{
    private readonly ImmutableSortedDictionary<string, string> files;

    /// <summary>Lists the profiles of some folders.</summary>
    /// <param name="folders">Folders; those that do not exist are passed over.</param>
    public DeviceLibrary(params IEnumerable<string> folders)
    {
        ArgumentNullException.ThrowIfNull(folders);
        Folders = [.. folders.Select(Path.GetFullPath).Distinct().Where(Directory.Exists)];
        var found = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (string file in Folders.SelectMany(f => Directory.GetFiles(f, "*.yaml").Order(StringComparer.Ordinal)))
            found.TryAdd(Path.GetFileNameWithoutExtension(file), file);
        files = found.ToImmutable();
    }

    /// <summary>The folders that exist, in the order they were given.</summary>
    public ImmutableArray<string> Folders { get; }

    /// <summary>Names of all profiles and of the built-in device, in ordinal order.</summary>
    public ImmutableArray<string> Names => [.. files.Keys.Append(Device.IdealName).Order(StringComparer.Ordinal)];

    /// <summary>Names of all machines that have a dated profile, in ordinal order.</summary>
    public ImmutableArray<string> Machines =>
        [.. files.Keys.Select(MachineOf).OfType<string>().Distinct().Order(StringComparer.Ordinal)];

    /// <summary>The library of the folders called <c>devices</c> that stand above given places.</summary>
    /// <param name="places">Where to start walking up, in order of preference: the working directory, the program's own.</param>
    /// <returns>The library; it knows only the ideal device when no folder is found.</returns>
    public static DeviceLibrary Discover(params IEnumerable<string> places)
    {
        ArgumentNullException.ThrowIfNull(places);
        return new DeviceLibrary(places.Select(FindFolder).OfType<string>());
    }

    /// <summary>The library seen from the working directory and from the folder of the program.</summary>
    /// <returns>The library.</returns>
    public static DeviceLibrary Discover() => Discover(Environment.CurrentDirectory, AppContext.BaseDirectory);

    /// <summary>Whether a reference names the built-in noiseless device.</summary>
    /// <param name="reference">The reference.</param>
    /// <returns>True if it does.</returns>
    public static bool IsIdeal(string reference) => reference == Device.IdealName;

    /// <summary>Whether a reference names something: no file is read.</summary>
    /// <param name="reference">The reference.</param>
    /// <returns>True if it does.</returns>
    public bool Knows(string reference) => IsIdeal(reference) || FileOf(reference) is not null;

    /// <summary>The name or machine nearest to a reference that names nothing.</summary>
    /// <param name="reference">The reference.</param>
    /// <returns>The name, or null if none is near.</returns>
    public string? SuggestionFor(string reference) => Suggestion.Nearest(reference, Names.Concat(Machines));

    /// <summary>The snapshots of a machine, oldest first.</summary>
    /// <param name="machine">Name of the machine.</param>
    /// <returns>Names of profiles; empty if there are none.</returns>
    public ImmutableArray<string> SnapshotsOf(string machine) =>
        [.. files.Keys.Where(name => MachineOf(name) == machine).OrderBy(DateOf)];

    /// <summary>The profile file a reference stands for.</summary>
    /// <param name="reference">The reference.</param>
    /// <returns>Path of the file; null for the ideal device and for an unknown reference.</returns>
    public string? FileOf(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (reference.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase))
            return File.Exists(reference) ? Path.GetFullPath(reference) : null;
        string name = reference.Replace('@', '_');
        if (files.TryGetValue(name, out string? file))
            return file;
        return SnapshotsOf(reference) is [.., string newest] ? files[newest] : null;
    }

    /// <summary>Loads a device.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="idealQubits">Number of qubits, should the reference be <c>ideal</c>; of no effect otherwise.</param>
    /// <returns>The device.</returns>
    /// <exception cref="UnknownDeviceException">No profile has that name.</exception>
    /// <exception cref="SourceException">The profile has errors.</exception>
    public Device Load(string reference, int idealQubits)
    {
        var bag = new DiagnosticBag();
        Device? device = Load(reference, idealQubits, bag);
        bag.ThrowIfErrors();
        return device ?? throw new InvalidOperationException("Bug in QmlBench: a profile without errors gave no device.");
    }

    /// <summary>Loads a device and collects what there is to say about its profile.</summary>
    /// <param name="reference">The reference.</param>
    /// <param name="idealQubits">Number of qubits, should the reference be <c>ideal</c>; of no effect otherwise.</param>
    /// <param name="bag">Receives errors, warnings and notices.</param>
    /// <returns>The device, or null if the profile has errors.</returns>
    /// <exception cref="UnknownDeviceException">No profile has that name.</exception>
    public Device? Load(string reference, int idealQubits, DiagnosticBag bag)
    {
        if (IsIdeal(reference))
            return Device.Ideal(idealQubits);
        string file = FileOf(reference) ?? throw new UnknownDeviceException(reference, SuggestionFor(reference), Names);
        var source = SourceText.FromFile(file);
        Device? device = DeviceYamlReader.Read(source, bag, KnownGates.Catalogue);
        string expected = Path.GetFileNameWithoutExtension(file);
        if (device is null || device.Name == expected)
            return device;
        bag.Error(source, SourceSpan.Beginning, $"the profile '{device.Name}' is in a file of another name", $"'name: {expected}'");
        return null;
    }

    private static string? FindFolder(string place)
    {
        for (DirectoryInfo? folder = new(place); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, "devices");
            if (Directory.Exists(candidate) && Directory.EnumerateFiles(candidate, "*.yaml").Any())
                return candidate;
        }
        return null;
    }

    private static string? MachineOf(string name) => DatedName().Match(name) is { Success: true } match ? match.Groups[1].Value : null;

    private static DateOnly DateOf(string name) =>
        DateOnly.TryParseExact(DatedName().Match(name).Groups[2].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
            ? date
            : DateOnly.MinValue;

    [GeneratedRegex(@"^(.+)_(\d{4}-\d{2}-\d{2})$")]
    private static partial Regex DatedName();
}
