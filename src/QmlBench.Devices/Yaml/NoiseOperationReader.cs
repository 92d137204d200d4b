using System.Collections.Immutable;
using QmlBench.Devices.Noise;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads one channel of a recipe: a mapping with the name of the channel as its key, and perhaps <c>on</c>.</summary>
internal static class NoiseOperationReader
{
    private static readonly ImmutableArray<(string Key, Func<DeviceReading, YamlNode, string, NoiseOperation?> Read)> Known =
    [
        ("depolarizing", (reading, node, place) => Strength(reading, node, place) is { } strength ? new DepolarizingOperation(strength) : null),
        ("pauli", (reading, node, _) => Terms(reading, node, "'pauli'", value => reading.Reader.Number(value, "a probability of 'pauli'")) is { } terms ? new PauliOperation(terms) : null),
        ("amplitude_damping", (reading, node, _) => Amplitude(reading.Reader, node)),
        ("phase_damping", (reading, node, _) => Phase(reading.Reader, node)),
        ("relaxation", (reading, node, _) => Relaxation(reading.Reader, node)),
        ("over_rotation", (reading, node, _) => reading.Reader.Measure(node, "'over_rotation'", Dimension.Angle) is { } angle ? new OverRotationOperation(angle) : null),
        ("rotation", (reading, node, _) => Terms(reading, node, "'rotation'", value => reading.Reader.Measure(value, "an angle of 'rotation'", Dimension.Angle)) is { } terms ? new RotationOperation(terms) : null),
        ("unitary", (reading, node, _) => NoiseMatrixReader.Complex(reading.Reader, node, "'unitary'") is { } matrix ? new UnitaryOperation(matrix) : null),
        ("kraus", (reading, node, _) => Kraus(reading.Reader, node)),
        ("transfer_matrix", (reading, node, _) => NoiseMatrixReader.Real(reading.Reader, node, "'transfer_matrix'") is { } entries ? new TransferMatrixOperation(entries) : null),
    ];

    /// <summary>Names of the channels a recipe may hold.</summary>
    public static ImmutableArray<string> Names { get; } = [.. Known.Select(k => k.Key)];

    /// <summary>One channel; null after an error.</summary>
    public static NoiseOperation? Read(DeviceReading reading, YamlNode node, string place)
    {
        if (reading.Reader.Mapping(node, "a channel") is not { } map)
            return null;
        var given = Known.Where(k => map.Has(k.Key)).ToList();
        ImmutableArray<YamlNode> on = On(reading.Reader, map, out bool each);
        map.Finish();
        if (given.Count != 1)
        {
            if (given.Count > 1 || map.Entries.All(e => e.Key.Text == "on"))
                reading.Reader.Error(node.Span, $"a channel has {given.Count} kinds", $"one of {string.Join(", ", Names)}");
            return null;
        }
        ValueList<int> operands = [.. on.Select(o => (int)(reading.Reader.Integer(o, "an operand of 'on'", 0, NoiseShapes.MostQubits - 1) ?? 0))];
        NoiseOperation? read = given[0].Read(reading, map.Optional(given[0].Key)!, $"{place}/{given[0].Key}");
        return read is null ? null : read with { On = operands, Each = each };
    }

    /// <summary>The strength of a depolarizing channel in one of its three measures; null after an error.</summary>
    public static DepolarizingStrength? Strength(DeviceReading reading, YamlNode node, string place)
    {
        reading.Place(place, node.Span);
        string[] keys = ["lambda", "pauli_error", "average_infidelity"];
        if (reading.Reader.Mapping(node, "'depolarizing'") is not { } map)
            return null;
        string[] given = [.. keys.Where(map.Has)];
        double? value = given.Length == 1 ? map.Number(given[0]) : null;
        map.Finish();
        if (given.Length == 1)
            return value is { } number ? new((DepolarizingMeasure)Array.IndexOf(keys, given[0]), number) : null;
        reading.Reader.Error(node.Span, $"'depolarizing' has {given.Length} of its measures", $"one of {string.Join(", ", keys)}");
        return null;
    }

    private static ImmutableArray<YamlNode> On(YamlReader reader, YamlMappingReader map, out bool each)
    {
        YamlNode? node = map.Optional("on");
        each = node is YamlScalar { Text: "each" };
        return node switch
        {
            null or YamlScalar { Text: "each" } => [],
            YamlScalar => [node],
            _ => reader.List(node, "'on'") ?? [],
        };
    }

    private static ValueList<PauliWeight>? Terms(DeviceReading reading, YamlNode node, string what, Func<YamlNode, double?> number)
    {
        if (reading.Reader.Mapping(node, what) is not { } map)
            return null;
        List<PauliWeight> terms = [];
        foreach (YamlEntry entry in map.Entries)
        {
            if (entry.Key.Text.Length == 0 || !entry.Key.Text.All(c => c is 'I' or 'X' or 'Y' or 'Z'))
                reading.Reader.Error(entry.Key.Span, $"'{entry.Key.Text}' is not a Pauli string", "letters I, X, Y, Z, the last one on the first operand");
            else if (number(entry.Value) is { } value)
                terms.Add(new(entry.Key.Text, value));
        }
        if (terms.Count == map.Entries.Length && terms.Count > 0)
            return [.. terms];
        if (map.Entries.IsEmpty)
            reading.Reader.Error(node.Span, $"{what} is empty", "at least one Pauli string with its number");
        return null;
    }

    private static AmplitudeDampingOperation? Amplitude(YamlReader reader, YamlNode node)
    {
        if (reader.Mapping(node, "'amplitude_damping'") is not { } map)
            return null;
        double? gamma = map.Required("gamma") is { } given ? reader.Number(given, "'gamma'") : null;
        double population = map.Number("population") ?? 0;
        map.Finish();
        return gamma is { } value ? new(value, population) : null;
    }

    private static PhaseDampingOperation? Phase(YamlReader reader, YamlNode node)
    {
        if (reader.Mapping(node, "'phase_damping'") is not { } map)
            return null;
        double? gamma = map.Required("gamma") is { } given ? reader.Number(given, "'gamma'") : null;
        map.Finish();
        return gamma is { } value ? new(value) : null;
    }

    private static RelaxationOperation? Relaxation(YamlReader reader, YamlNode node)
    {
        if (reader.Mapping(node, "'relaxation'") is not { } map)
            return null;
        double? t1 = map.Measure("t1", Dimension.Time), t2 = map.Measure("t2", Dimension.Time);
        double? time = map.Required("time") is { } given ? reader.Measure(given, "'time'", Dimension.Time) : null;
        double population = map.Number("population") ?? 0;
        map.Finish();
        return time is { } seconds ? new(t1, t2, seconds, population) : null;
    }

    private static KrausOperation? Kraus(YamlReader reader, YamlNode node)
    {
        if (reader.List(node, "'kraus'") is not { } items)
            return null;
        ComplexMatrix?[] read = [.. items.Select(item => NoiseMatrixReader.Complex(reader, item, "an operator of 'kraus'"))];
        if (read.Length == 0)
            reader.Error(node.Span, "'kraus' is empty", "at least one operator");
        return read.Length > 0 && read.All(m => m is not null) ? new([.. read.OfType<ComplexMatrix>()]) : null;
    }
}
