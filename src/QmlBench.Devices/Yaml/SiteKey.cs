using System.Collections.Immutable;
using System.Globalization;

namespace QmlBench.Devices.Yaml;

/// <summary>How profiles write operands: <c>3</c>, <c>0->1</c> for one order, <c>0-1</c> for both; and ranges of qubits,
/// <c>0..55</c>.</summary>
internal static class SiteKey
{
    /// <summary>Largest qubit index of a profile; far beyond any device, small enough to hold a record for each.</summary>
    public const int LargestIndex = 1023;

    /// <summary>Reads operands.</summary>
    public static bool TryParse(string text, out ImmutableArray<int> qubits, out bool bothOrders)
    {
        bothOrders = !text.Contains("->", StringComparison.Ordinal) && text.Contains('-', StringComparison.Ordinal);
        string[] parts = text.Split(bothOrders ? "-" : "->");
        int[] read = [.. parts.Select(Index)];
        qubits = [.. read];
        return read.All(q => q >= 0) && (!bothOrders || read.Length == 2);
    }

    /// <summary>Reads one qubit or a range of qubits, both ends included.</summary>
    public static bool TryParseRange(string text, out int first, out int last)
    {
        int dots = text.IndexOf("..", StringComparison.Ordinal);
        first = Index(dots < 0 ? text : text[..dots]);
        last = dots < 0 ? first : Index(text[(dots + 2)..]);
        return first >= 0 && last >= first;
    }

    private static int Index(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int index) && index <= LargestIndex ? index : -1;
}
