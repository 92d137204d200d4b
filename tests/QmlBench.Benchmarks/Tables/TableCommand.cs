namespace QmlBench.Benchmarks.Tables;

/// <summary><c>--table NAME</c>: measured tables that are no timing of BenchmarkDotNet, as Markdown on stdout, with their bars.</summary>
internal static class TableCommand
{
    private static readonly SortedDictionary<string, Action<TextWriter, Bars>> _tables = new(StringComparer.Ordinal)
    {
        ["binding"] = BindingTable.Write,
        ["compile-time"] = CompileTimeTable.Write,
        ["devices"] = DeviceTable.Write,
        ["haar"] = HaarTable.Write,
        ["objectives"] = ObjectiveTable.Write,
        ["profiles"] = (output, _) => ProfileTable.Write(output),
        ["transpile"] = TranspileTable.Write,
        ["verified"] = VerifiedTable.Write,
    };

    /// <summary>Writes the tables named, and for each whether it meets its bars.</summary>
    /// <returns>0; 1 if a bar is missed; 2 for a name there is not.</returns>
    public static int Run(string[] names)
    {
        if (names.Length == 0 || names.Any(name => !_tables.ContainsKey(name)))
        {
            Console.Error.WriteLine($"error: --table takes {string.Join(", ", _tables.Keys)}.");
            return 2;
        }
        var met = true;
        foreach (var name in names)
        {
            var bars = new Bars();
            _tables[name](Console.Out, bars);
            bars.Write(Console.Out);
            met &= bars.AllMet;
        }
        return met ? 0 : 1;
    }
}
