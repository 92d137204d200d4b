using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Calibration.Google;

namespace QmlBench.Devices.Calibration;

/// <summary>Names of the calibration formats, and how a file shows which it has.</summary>
public static class CalibrationFormats
{
    // A key that no other format has at its root.
    private static readonly ImmutableArray<(string Key, CalibrationFormat Format)> Marks =
    [
        ("schema", CalibrationFormat.QmlBench),
        ("backend_name", CalibrationFormat.Ibm),
        ("metrics", CalibrationFormat.Google),
        ("braketSchemaHeader", CalibrationFormat.Braket),
        ("oneQubitProperties", CalibrationFormat.Braket),
        ("standardized", CalibrationFormat.Braket),
        ("paradigm", CalibrationFormat.Braket),
        ("backend", CalibrationFormat.Ionq),
    ];

    /// <summary>The formats as they are written on a command line.</summary>
    public static ImmutableArray<string> Names { get; } = ["qmlbench", "ibm", "google", "ionq", "braket"];

    /// <summary>The format of a name.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <returns>The format.</returns>
    /// <exception cref="ArgumentException">There is no such format; the message names all and the nearest.</exception>
    public static CalibrationFormat Named(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        int index = Names.IndexOf(name);
        if (index >= 0)
            return (CalibrationFormat)index;
        string meant = Suggestion.Nearest(name, Names) is { } nearest ? $" Did you mean '{nearest}'?" : "";
        throw new ArgumentException($"The format is one of {string.Join(", ", Names)}, not '{name}'.{meant}", nameof(name));
    }

    /// <summary>The format of a file, judged by the keys at its root.</summary>
    /// <param name="source">The file.</param>
    /// <param name="bag">Receives an error where the file is not JSON.</param>
    /// <returns>The format, or null if the file is not JSON or has no key that would show it.</returns>
    public static CalibrationFormat? Of(SourceText source, DiagnosticBag bag)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(bag);
        if (GoogleImporter.IsSpecification(source))
            return CalibrationFormat.Google;
        using JsonDocument? document = new JsonReader(source, bag).Parse();
        if (document is null)
            return null;
        foreach ((string key, CalibrationFormat format) in Marks)
        {
            if (JsonReader.Member(document.RootElement, key) is not null)
                return format;
        }
        return null;
    }
}
