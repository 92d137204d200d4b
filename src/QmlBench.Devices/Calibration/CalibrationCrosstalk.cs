using System.Collections.Immutable;
using System.Text.Json;
using QmlBench.Devices.Noise;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration;

/// <summary>Reads the static ZZ rates of a calibration.</summary>
internal static class CalibrationCrosstalk
{
    private const string Key = "static_zz";

    /// <summary>Fills the crosstalk of a draft from rows of pair and rate in hertz; nothing where the calibration has none.</summary>
    public static void Read(JsonReader reader, JsonElement root, DeviceDraft draft)
    {
        var rates = new List<StaticZz>();
        ImmutableArray<JsonElement> rows = reader.Items(root, Key, "");
        for (int i = 0; i < rows.Length; i++)
        {
            ImmutableArray<JsonElement> columns = reader.Items(rows[i], $"{Key}/{i}");
            if (columns.Length < 2)
                reader.Error($"{Key}/{i}", $"{columns.Length} column(s)", "pair, rate");
            else if (CalibrationGates.Operands(reader, columns[0], $"{Key}/{i}") is [int first, int second] && reader.Number(columns[1], $"{Key}/{i}") is { } rate)
                rates.Add(new(Math.Min(first, second), Math.Max(first, second), rate));
        }
        Set(reader, draft, rates);
    }

    /// <summary>Sets the crosstalk of a draft; a pair given twice is an error, <c>ecr</c> is known to contain an echo.</summary>
    public static void Set(JsonReader reader, DeviceDraft draft, List<StaticZz> rates)
    {
        if (rates.Count == 0)
            return;
        foreach (IGrouping<(int, int), StaticZz> pair in rates.GroupBy(r => (r.First, r.Second)).Where(g => g.Count() > 1))
            reader.Error(Key, $"the pair {pair.Key.Item1}-{pair.Key.Item2} is listed twice", "each pair once");
        ValueList<string> echoed = draft.Gates.Exists(g => g.Name == "ecr") ? ["ecr"] : [];
        draft.Noise = draft.Noise with { Crosstalk = new([.. rates.OrderBy(r => r.First).ThenBy(r => r.Second)], echoed) };
    }
}
