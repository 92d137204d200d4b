using System.Globalization;
using System.Text;

namespace QmlBench.Reporting.Csv;

/// <summary>Writes comma-separated values as RFC 4180 has them, with LF line ends: quoted where a field holds a comma, quote or line
/// end.</summary>
internal static class CsvFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes a header and rows.</summary>
    public static void Write(string path, IReadOnlyList<string> header, IEnumerable<IReadOnlyList<string>> rows)
    {
        using var writer = new StreamWriter(path, append: false, Utf8) { NewLine = "\n" };
        WriteRow(writer, header);
        foreach (var row in rows)
        {
            if (row.Count != header.Count)
                throw new InvalidOperationException($"Bug in QmlBench: a row of {path} has {row.Count} fields for {header.Count} columns.");
            WriteRow(writer, row);
        }
    }

    /// <summary>A number that reads back to the same bits; "NaN" where undefined.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    public static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static void WriteRow(StreamWriter writer, IReadOnlyList<string> row)
    {
        for (var i = 0; i < row.Count; i++)
        {
            if (i > 0)
                writer.Write(',');
            writer.Write(Field(row[i]));
        }

        writer.WriteLine();
    }

    private static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : '"' + text.Replace("\"", "\"\"", StringComparison.Ordinal) + '"';
}
