namespace QmlBench.Benchmarks.Tables;

/// <summary><c>--table NAME</c>: measured tables that are no timing of BenchmarkDotNet, as Markdown on stdout.</summary>
internal static class TableCommand
{
    private static readonly SortedDictionary<string, Action<TextWriter>> _tables = new(StringComparer.Ordinal)
    {
        ["binding"] = BindingTable.Write,
        ["compile-time"] = CompileTimeTable.Write,
        ["devices"] = DeviceTable.Write,
        ["objectives"] = ObjectiveTable.Write,
        ["profiles"] = ProfileTable.Write,
        ["transpile"] = TranspileTable.Write,
    };

    /// <summary>Writes the tables named.</summary>
    /// <returns>0, or 2 for a name there is not.</returns>
    public static int Run(string[] names)
    {
        if (names.Length == 0 || names.Any(name => !_tables.ContainsKey(name)))
        {
            Console.Error.WriteLine($"error: --table takes {string.Join(", ", _tables.Keys)}.");
            return 2;
        }
        foreach (var name in names)
            _tables[name](Console.Out);
        return 0;
    }
}
