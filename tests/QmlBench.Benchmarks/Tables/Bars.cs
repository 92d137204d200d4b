using System.Globalization;

namespace QmlBench.Benchmarks.Tables;

/// <summary>Compares what was measured with what it has to be.</summary>
internal sealed class Bars
{
    private readonly List<string> _lines = [];

    /// <summary>Whether all bars so far are met.</summary>
    public bool AllMet { get; private set; } = true;

    /// <summary>A figure that may be at most its bar.</summary>
    public void AtMost(string name, double measured, double bar) => Add(name, measured, "at most", bar, measured <= bar);

    /// <summary>A figure that has to be below its bar.</summary>
    public void Below(string name, double measured, double bar) => Add(name, measured, "below", bar, measured < bar);

    /// <summary>A figure that has to be at least its bar.</summary>
    public void AtLeast(string name, double measured, double bar) => Add(name, measured, "at least", bar, measured >= bar);

    /// <summary>Writes every bar with <c>meets</c> or <c>MISSES</c>.</summary>
    public void Write(TextWriter output)
    {
        output.WriteLine();
        foreach (var line in _lines)
            output.WriteLine(line);
    }

    private void Add(string name, double measured, string relation, double bar, bool met)
    {
        AllMet &= met;
        _lines.Add(string.Create(
            CultureInfo.InvariantCulture, $"- {name}: {measured:0.####}, {relation} {bar:0.####}: {(met ? "meets" : "MISSES")}"));
    }
}
