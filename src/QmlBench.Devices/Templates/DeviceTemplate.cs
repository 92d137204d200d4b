using System.Collections.Immutable;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Templates;

/// <summary>A kind of device for "what if" studies: a shape with its size, and figures that are the same everywhere.</summary>
/// <remarks>Written <c>template:KIND:name=value,…</c> wherever a device is named; parameters not given have their defaults, which are
/// round figures of a good transmon device of 2024.</remarks>
public sealed class DeviceTemplate
{
    private const int MostQubits = SiteKey.LargestIndex + 1;
    private static readonly ImmutableArray<TemplateParameter> Figures =
    [
        new("t1", "energy relaxation time", 150e-6, 1e-9, 1e6) { Dimension = Dimension.Time },
        new("t2", "coherence time, at most twice t1", 100e-6, 1e-9, 1e6) { Dimension = Dimension.Time },
        new("one_qubit_error", "average infidelity of sx and x", 0.00025, 0, 0.5),
        new("two_qubit_error", "average infidelity of the two-qubit gate", 0.003, 0, 0.75),
        new("readout_error", "probability to read the other bit", 0.01, 0, 0.5),
        new("one_qubit_time", "duration of sx and x", 32e-9, 0, 1) { Dimension = Dimension.Time },
        new("two_qubit_time", "duration of the two-qubit gate", 68e-9, 0, 1) { Dimension = Dimension.Time },
        new("readout_time", "duration of a measurement", 1.5e-6, 0, 1) { Dimension = Dimension.Time },
        new("gate", "the two-qubit gate", 0, 0, 0) { Words = ["cz", "cx", "ecr"] },
    ];

    private readonly Func<TemplateValues, TemplateShape> shape;

    private DeviceTemplate(string name, string description, ImmutableArray<TemplateParameter> sizes, Func<TemplateValues, TemplateShape> shape)
    {
        Name = name;
        Description = description;
        Parameters = [.. sizes, .. Figures];
        this.shape = shape;
    }

    /// <summary>All templates.</summary>
    public static ImmutableArray<DeviceTemplate> All { get; } =
    [
        new("line", "qubits in a row", [Qubits(1)], v => TemplateShape.Line(v.Whole("qubits"))),
        new("ring", "qubits in a circle", [Qubits(3)], v => TemplateShape.Ring(v.Whole("qubits"))),
        new("grid", "rows and columns, each qubit joined to its four neighbours",
            [Size("rows", 3, 1, 32), Size("columns", 3, 1, 32)], v => TemplateShape.Grid(v.Whole("rows"), v.Whole("columns"))),
        new("heavy-hex", "lines of qubits joined by single qubits between them, as IBM draws its devices",
            [Size("rows", 3, 1, 25), Size("columns", 8, 4, 32)], v => TemplateShape.HeavyHex(v.Whole("rows"), v.Whole("columns"))),
        new("all-to-all", "every qubit joined to every other", [Qubits(1, 128)], v => TemplateShape.AllToAll(v.Whole("qubits"))),
    ];

    /// <summary>Name as written: <c>heavy-hex</c>.</summary>
    public string Name { get; }

    /// <summary>What it is, in words.</summary>
    public string Description { get; }

    /// <summary>Its parameters: sizes first.</summary>
    public ImmutableArray<TemplateParameter> Parameters { get; }

    /// <summary>The template of a name.</summary>
    /// <param name="name">Name as written.</param>
    /// <returns>The template, or null if there is none.</returns>
    public static DeviceTemplate? Find(string name) => All.FirstOrDefault(template => template.Name == name);

    /// <summary>The parameter of a name.</summary>
    /// <param name="name">Name as written.</param>
    /// <returns>The parameter, or null if the template has none of that name.</returns>
    public TemplateParameter? Parameter(string name) => Parameters.FirstOrDefault(parameter => parameter.Name == name);

    /// <summary>Reads parameters.</summary>
    /// <param name="options">Names and texts, as written.</param>
    /// <param name="problem">What is wrong: the parameter, its range and the remedy; null if nothing is.</param>
    /// <returns>All values of the template, or null after a problem.</returns>
    internal TemplateValues? Read(IEnumerable<KeyValuePair<string, string>> options, out string? problem)
    {
        var values = Parameters.ToDictionary(p => p.Name, p => p.Default, StringComparer.Ordinal);
        problem = null;
        foreach ((string name, string text) in options)
        {
            problem ??= Parameter(name) is { } parameter ? Take(parameter, text, values) : Unknown(name);
        }
        var read = new TemplateValues(this, values.ToImmutableSortedDictionary(StringComparer.Ordinal));
        problem ??= read.Problem();
        return problem is null ? read : null;
    }

    /// <summary>The shape for some values.</summary>
    internal TemplateShape Shape(TemplateValues values) => shape(values);

    private static string? Take(TemplateParameter parameter, string text, Dictionary<string, double> values)
    {
        string? problem = parameter.Read(text, out double value);
        values[parameter.Name] = value;
        return problem;
    }

    private string Unknown(string name)
    {
        string[] names = [.. Parameters.Select(p => p.Name)];
        string hint = Suggestion.Nearest(name, names) is { } nearest ? $"; did you mean '{nearest}'?" : "";
        return $"the template '{Name}' has no parameter '{name}'; it takes {string.Join(", ", names)}{hint}";
    }

    private static TemplateParameter Qubits(int least, int most = MostQubits) => Size("qubits", 5, least, most);

    private static TemplateParameter Size(string name, int usual, int least, int most) =>
        new(name, $"number of {name}", usual, least, most) { IsWhole = true };
}
