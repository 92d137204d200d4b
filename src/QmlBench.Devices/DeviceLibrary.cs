using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Drift;
using QmlBench.Devices.History;
using QmlBench.Devices.References;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices;

/// <summary>Finds device profiles by name in folders of YAML files.</summary>
/// <remarks>
/// A reference is <c>ideal</c>, a profile's name (<c>ibm_manila_2024-05-27</c>), a machine's name (<c>ibm_manila</c>: its newest
/// snapshot), a machine with a date (<c>ibm_manila@2024-05-27</c>), or a path that ends in <c>.yaml</c>. Names are those of the files;
/// in an earlier folder they hide those of a later one. The folders are listed once, at construction. Devices that are made and not read
/// have references too: <c>template:grid:rows=3,columns=4</c> and <c>drift:ibm_manila:days=7,seed=1</c> (<see cref="MadeReference"/>).
/// </remarks>
public sealed partial class DeviceLibrary
{
    private readonly ImmutableSortedDictionary<string, string> files;
    private readonly Lazy<DriftModel> drift;

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
        drift = new(() => DriftModel.Fit(Machines.Select(SnapshotsOf).Where(names => names.Length >= DriftModel.LeastSnapshots).Select(HistoryOf)));
    }

    /// <summary>The folders that exist, in the order they were given.</summary>
    public ImmutableArray<string> Folders { get; }

    /// <summary>How figures drift, from all machines of the library with at least three snapshots; estimated on first use.</summary>
    /// <exception cref="ArgumentException">There is no such machine.</exception>
    public DriftModel Drift => drift.Value;

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
    public bool Knows(string reference) => Canonical(reference) is not null;

    /// <summary>The full name of what a reference stands for: the profile with its date, a template with its values in order.</summary>
    /// <param name="reference">The reference.</param>
    /// <returns>A reference that stands for the same device tomorrow; null if it names nothing.</returns>
    public string? Canonical(string reference)
    {
        if (IsIdeal(reference))
            return reference;
        if (MadeReference.IsMade(reference))
            return MadeReference.Parse(reference, this, out _)?.Canonical;
        return FileOf(reference) is { } file ? Path.GetFileNameWithoutExtension(file) : null;
    }

    /// <summary>What is wrong with a reference that begins like a device that is made, <c>template:</c> or <c>drift:</c>.</summary>
    /// <param name="reference">The reference.</param>
    /// <returns>The parameter, its range and the remedy; null if nothing is wrong or the reference is of another form.</returns>
    public string? Complaint(string reference)
    {
        if (!MadeReference.IsMade(reference))
            return null;
        MadeReference.Parse(reference, this, out string? problem);
        return problem;
    }

    /// <summary>The snapshots of a machine as one device with a history.</summary>
    /// <param name="names">Names of its profiles.</param>
    /// <returns>The history.</returns>
    /// <exception cref="SourceException">A profile has errors.</exception>
    /// <exception cref="ArgumentException">There is no name, or the profiles are of several machines.</exception>
    public DeviceHistory HistoryOf(ImmutableArray<string> names) => new(names.Select(name => Load(name, 1)));

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
    /// <returns>Path of the file; null for the ideal device, for a device that is made, and for an unknown reference.</returns>
    public string? FileOf(string reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        if (MadeReference.IsMade(reference))
            return null;
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
    /// <exception cref="ArgumentException">A template or a drift has a parameter that cannot be (see <see cref="Complaint"/>).</exception>
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
    /// <exception cref="ArgumentException">A template or a drift has a parameter that cannot be (see <see cref="Complaint"/>).</exception>
    public Device? Load(string reference, int idealQubits, DiagnosticBag bag)
    {
        if (IsIdeal(reference))
            return Device.Ideal(idealQubits);
        if (MadeReference.IsMade(reference))
            return (MadeReference.Parse(reference, this, out string? problem) ?? throw new ArgumentException(problem, nameof(reference))).Make();
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
