using System.Text;

namespace QmlBench.Devices.Yaml;

/// <summary>Writes mappings in braces, matrices in brackets and single lines.</summary>
internal static class YamlFlow
{
    /// <summary>A mapping in braces, absent values left out.</summary>
    public static string Flow(params IEnumerable<(string Key, string? Value)> items) =>
        $"{{{string.Join(", ", items.Where(i => i.Value is not null).Select(i => $"{i.Key}: {i.Value}"))}}}";

    /// <summary>A line <c>key: value</c>; nothing where the value is absent.</summary>
    public static void Line(StringBuilder text, string key, string? value)
    {
        if (value is not null)
            text.Append(key).Append(": ").Append(value).Append('\n');
    }

    /// <summary>A square matrix of plain numbers, row by row.</summary>
    public static string Matrix(ValueList<double> entries)
    {
        int side = (int)Math.Sqrt(entries.Count);
        return Rows(side, (row, column) => Quantity.Format(entries[(row * side) + column]));
    }

    /// <summary>A square matrix of texts.</summary>
    public static string Rows(int side, Func<int, int, string> entry) =>
        $"[{string.Join(", ", Enumerable.Range(0, side).Select(r => $"[{string.Join(", ", Enumerable.Range(0, side).Select(c => entry(r, c)))}]"))}]";
}
