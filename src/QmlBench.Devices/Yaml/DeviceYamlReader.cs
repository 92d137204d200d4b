using QmlBench.Circuits.Source;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads a device profile (schema <c>qmlbench/device/v1</c>, see <c>devices/README.md</c>) and checks every rule.</summary>
/// <remarks>All problems of a file are found in one go. Oddities that the file accepts become one notice each.</remarks>
public static class DeviceYamlReader
{
    /// <summary>Reads a profile and refuses it if anything is wrong.</summary>
    /// <param name="source">The text.</param>
    /// <returns>The device.</returns>
    /// <exception cref="SourceException">The profile has errors; all of them are in the exception.</exception>
    public static Device Read(SourceText source)
    {
        var bag = new DiagnosticBag();
        Device? device = Read(source, bag, KnownGates.Catalogue);
        bag.ThrowIfErrors();
        return device ?? throw new InvalidOperationException("Bug in QmlBench: a profile without errors gave no device.");
    }

    /// <summary>Reads a profile.</summary>
    /// <param name="source">The text.</param>
    /// <param name="bag">Receives errors, warnings and notices.</param>
    /// <param name="known">The gates a profile may use.</param>
    /// <returns>The device, or null if there were errors.</returns>
    public static Device? Read(SourceText source, DiagnosticBag bag, KnownGates known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var own = new DiagnosticBag();
        var reading = new DeviceReading(new YamlReader(source, own), known);
        if (YamlSource.Parse(source, own) is { } root && reading.Reader.Mapping(root, "a device profile") is { } map)
        {
            Sections(reading, map);
            Judge(reading, map);
        }
        bag.Add(own);
        return own.HasErrors ? null : reading.Draft.Build(known);
    }

    private static void Sections(DeviceReading reading, YamlMappingReader map)
    {
        HeaderSection.Read(reading, map);
        QubitSection.Read(reading, map);
        CouplerSection.Read(reading, map);
        GateSection.Read(reading, map, "gates");
        GateSection.Read(reading, map, "measurements");
        NoiseSection.Read(reading, map);
        map.Finish();
    }

    private static void Judge(DeviceReading reading, YamlMappingReader map)
    {
        // Where something could not be read, what follows from its absence is not worth saying.
        bool isWhole = !reading.Reader.Bag.HasErrors;
        List<DeviceProblem> problems = DeviceCheck.Of(reading.Draft, reading.Known);
        Errors(reading, problems, isWhole);
        Notices(reading, problems);
        if (isWhole)
            IdleAcceptance(reading, problems, map.SpanOf("accept"));
    }

    private static void Errors(DeviceReading reading, List<DeviceProblem> problems, bool isWhole)
    {
        // One line of a file may stand for many sites or qubits; each of its faults is told once.
        var told = new HashSet<(string, string?, Oddity?)>();
        foreach (DeviceProblem problem in problems.Where(p => !p.IsNotice))
        {
            bool accepted = problem.Oddity is { } oddity && reading.Draft.Accepted.Contains(oddity);
            bool follows = !isWhole && problem.Oddity == Oddity.DeadCouplers && problem.Place.StartsWith("couplers/", StringComparison.Ordinal);
            if (!accepted && !follows && !reading.IsFaulty(problem.Place) && told.Add((problem.Place, problem.Expected, problem.Oddity)))
                reading.Reader.Error(reading.SpanOf(problem.Place), problem.Message, problem.Remedy, problem.Suggestion);
        }
    }

    private static void Notices(DeviceReading reading, List<DeviceProblem> problems)
    {
        foreach ((Oddity oddity, string text) in OddityNotices.Of(problems).Where(n => reading.Draft.Accepted.Contains(n.Oddity)))
            reading.Reader.Bag.Notice(reading.Reader.Source, reading.SpanOf($"accept/{OddityNames.Of(oddity)}"), text);
        foreach (DeviceProblem notice in problems.Where(p => p.IsNotice))
            reading.Reader.Bag.Notice(reading.Reader.Source, reading.SpanOf(notice.Place), notice.Message);
    }

    private static void IdleAcceptance(DeviceReading reading, List<DeviceProblem> problems, SourceSpan span)
    {
        foreach (Oddity idle in reading.Draft.Accepted.Where(o => !problems.Exists(p => p.Oddity == o)))
        {
            string word = OddityNames.Of(idle);
            reading.Reader.Bag.Warning(
                reading.Reader.Source, span, $"'{word}' is accepted but nothing needs it", "only oddities that the figures have");
        }
    }
}
