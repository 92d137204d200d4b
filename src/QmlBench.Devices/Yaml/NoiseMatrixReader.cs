using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Devices.Noise;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Devices.Yaml;

/// <summary>Reads square matrices: lists of rows, their entries numbers such as <c>0.5</c>, <c>-1i</c> or <c>0.5+0.5i</c>.</summary>
internal static class NoiseMatrixReader
{
    /// <summary>Largest side of a matrix: that of the transfer matrix of three qubits.</summary>
    public const int LargestSide = 64;

    // Operators of a channel on three qubits.
    private const int LargestOperator = 1 << NoiseShapes.MostQubits;

    /// <summary>A real square matrix, row by row; null after an error.</summary>
    public static ValueList<double>? Real(YamlReader reader, YamlNode node, string what) =>
        Square<double>(reader, node, what, LargestSide, entry => reader.Number(entry, $"an entry of {what}")) is { } entries ? new(entries) : null;

    /// <summary>A complex square matrix; null after an error.</summary>
    public static ComplexMatrix? Complex(YamlReader reader, YamlNode node, string what)
    {
        if (Square<Complex>(reader, node, what, LargestOperator, entry => Entry(reader, entry, what)) is not { } entries)
            return null;
        int side = (int)Math.Sqrt(entries.Length);
        return new(side, side, entries.AsSpan());
    }

    private static ImmutableArray<T>? Square<T>(YamlReader reader, YamlNode node, string what, int largest, Func<YamlNode, T?> entry)
        where T : struct
    {
        if (reader.List(node, what) is not { } rows)
            return null;
        var entries = ImmutableArray.CreateBuilder<T>();
        bool whole = true;
        foreach (YamlNode row in rows)
        {
            if (reader.List(row, $"a row of {what}") is not { } items)
                return null;
            if (items.Length != rows.Length || rows.Length > largest)
            {
                reader.Error(row.Span, $"a row of {what} has {items.Length} entries, and there are {rows.Length} rows", $"a square matrix of at most {largest} rows");
                return null;
            }
            foreach (YamlNode item in items)
            {
                T? read = entry(item);
                whole &= read is not null;
                entries.Add(read ?? default);
            }
        }
        if (rows.IsEmpty)
            reader.Error(node.Span, $"{what} is empty", "a square matrix");
        return whole && !rows.IsEmpty ? entries.ToImmutable() : null;
    }

    private static Complex? Entry(YamlReader reader, YamlNode node, string what)
    {
        if (node is YamlScalar scalar && ComplexText.TryParse(scalar.Text, out Complex value))
            return value;
        reader.Error(node.Span, $"an entry of {what} is {node.Description}", "a number such as 0.5, -1i or 0.5+0.5i");
        return null;
    }
}
