using System.Collections.Immutable;
using System.Globalization;

namespace QmlBench.Learning.Datasets;

/// <summary>
/// Reads a labelled table: the first line holds rows, features and class names, each further line the features and the class index.
/// </summary>
public static class TableReader
{
    /// <summary>Reads the table.</summary>
    /// <param name="text">The whole file; lines end with LF or CRLF.</param>
    /// <param name="name">Name of the data set and of the place in messages.</param>
    /// <param name="provenance">Source and licence.</param>
    /// <exception cref="FormatException">A line does not hold what the first line announces; the message names line and field.</exception>
    public static Dataset Read(string text, string name, string provenance)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var head = lines.Length > 0 ? lines[0].Split(',') : [];
        if (head.Length < 3)
            throw new FormatException($"{name}:1: the first line must hold rows, features and class names.");
        var rows = Count(head[0], name, 1);
        var columns = Count(head[1], name, 2);
        if (lines.Length != rows + 1)
            throw new FormatException($"{name}: the first line announces {rows} rows and {lines.Length - 1} follow.");
        ImmutableArray<string> classes = [.. head[2..]];
        var values = new double[rows * columns];
        var labels = new int[rows];
        for (var row = 0; row < rows; row++)
            labels[row] = ReadRow(lines[row + 1].Split(','), values.AsSpan(row * columns, columns), classes.Length, $"{name}:{row + 2}");
        return new(name, new(FeatureMatrix.Own(rows, columns, values), [.. labels]), classes, provenance);
    }

    private static int ReadRow(string[] fields, Span<double> values, int classes, string place)
    {
        if (fields.Length != values.Length + 1)
            throw new FormatException($"{place}: {values.Length} features and a class index expected, {fields.Length} fields found.");
        for (var column = 0; column < values.Length; column++)
        {
            if (!double.TryParse(fields[column], NumberStyles.Float, CultureInfo.InvariantCulture, out values[column]))
                throw new FormatException($"{place}: field {column + 1}, '{fields[column]}', is not a number.");
        }

        return int.TryParse(fields[^1], NumberStyles.None, CultureInfo.InvariantCulture, out var label) && label < classes
            ? label
            : throw new FormatException($"{place}: '{fields[^1]}' is not a class index from 0 to {classes - 1}.");
    }

    private static int Count(string field, string name, int position) =>
        int.TryParse(field, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new FormatException($"{name}:1: field {position}, '{field}', must be a positive whole number.");
}
