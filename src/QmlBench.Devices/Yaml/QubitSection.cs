namespace QmlBench.Devices.Yaml;

/// <summary>Reads the qubits of a profile: one line a qubit, or one for a range of equal ones.</summary>
internal static class QubitSection
{
    /// <summary>Largest coordinate of a drawing, either way.</summary>
    public const int FarthestCoordinate = 100_000;

    private static readonly string[] ReadoutErrors = ["p1_given_0", "p0_given_1", "error"];

    /// <summary>Reads the section into the draft.</summary>
    public static void Read(DeviceReading reading, YamlMappingReader map)
    {
        YamlMappingReader? section = map.RequiredMapping("qubits");
        reading.Mark(map, "qubits", "qubits", section is null);
        if (section is null)
        {
            reading.MarkFaulty("qubits");
            return;
        }
        reading.Place("qubits", map.SpanOf("qubits"));
        foreach (YamlEntry entry in section.Entries)
        {
            if (SiteKey.TryParseRange(entry.Key.Text, out int first, out int last))
                Qubits(reading, entry, first, last);
            else
                reading.Reader.Error(
                    entry.Key.Span, $"'{entry.Key.Text}' is not a qubit", $"an index such as 3, or a range such as 0..4, of at most {SiteKey.LargestIndex}");
        }
    }

    private static void Qubits(DeviceReading reading, YamlEntry entry, int first, int last)
    {
        string place = $"qubits/{first}";
        reading.Place(place, entry.Key.Span);
        Qubit qubit = new();
        if (reading.Reader.Mapping(entry.Value, $"qubit {entry.Key.Text}") is { } map)
            qubit = One(reading, map, place);
        else
            reading.MarkFaulty(place);
        for (int index = first; index <= last; index++)
        {
            if (!reading.Draft.Qubits.TryAdd(index, qubit))
            {
                reading.Reader.Error(entry.Key.Span, $"qubit {index} is listed twice", "each qubit once");
                return;
            }
            if (index == first)
                continue;
            // The first of a range speaks for all: its problems are not repeated for the others.
            reading.Place($"qubits/{index}", entry.Key.Span);
            reading.MarkFaulty($"qubits/{index}");
        }
    }

    private static Qubit One(DeviceReading reading, YamlMappingReader map, string place)
    {
        var qubit = new Qubit
        {
            Label = map.Text("label"),
            T1 = reading.Measure(map, "t1", Dimension.Time, $"{place}/t1"),
            T2 = reading.Measure(map, "t2", Dimension.Time, $"{place}/t2"),
            Frequency = reading.Measure(map, "frequency", Dimension.Frequency, $"{place}/frequency"),
            Anharmonicity = reading.Measure(map, "anharmonicity", Dimension.Frequency, $"{place}/anharmonicity"),
            Readout = Readout(reading, map, $"{place}/readout"),
            ResetDuration = reading.Measure(map, "reset", Dimension.Time, $"{place}/reset"),
            Temperature = reading.Measure(map, "temperature", Dimension.Temperature, $"{place}/temperature"),
            Position = Position(reading, map),
        };
        map.Finish();
        return qubit;
    }

    private static Readout Readout(DeviceReading reading, YamlMappingReader qubit, string place)
    {
        YamlMappingReader? map = qubit.Mapping("readout");
        reading.Mark(qubit, "readout", place, map is null);
        if (map is null)
            return Devices.Readout.Unknown;
        var readout = new Readout
        {
            P1Given0 = reading.Number(map, "p1_given_0", $"{place}/p1_given_0"),
            P0Given1 = reading.Number(map, "p0_given_1", $"{place}/p0_given_1"),
            Error = reading.Number(map, "error", $"{place}/error"),
            Length = reading.Measure(map, "length", Dimension.Time, $"{place}/length"),
        };
        if (ReadoutErrors.Any(key => reading.IsFaulty($"{place}/{key}")))
            reading.MarkFaulty(place);
        map.Finish();
        return readout;
    }

    private static GridPoint? Position(DeviceReading reading, YamlMappingReader map)
    {
        if (map.List("at") is not { } items)
            return null;
        long?[] read = [.. items.Select(i => reading.Reader.Integer(i, "a coordinate of 'at'", -FarthestCoordinate, FarthestCoordinate))];
        if (read is [{ } row, { } column])
            return new GridPoint((int)row, (int)column);
        if (read.Length != 2)
            reading.Reader.Error(map.SpanOf("at"), $"'at' has {read.Length} coordinate(s)", "two whole numbers: [row, column]");
        return null;
    }
}
