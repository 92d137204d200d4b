using System.Collections.Immutable;

namespace QmlBench.Emulation.Waist;

/// <summary>
/// The parameters of a program in order of declaration, which of them are shared by all rows, and the values of those.
/// </summary>
public sealed class Columns
{
    private readonly ImmutableArray<double> _values;
    private readonly ImmutableArray<bool> _shared;

    private Columns(ImmutableArray<string> names, ImmutableArray<bool> shared, ImmutableArray<double> values)
    {
        Names = names;
        _shared = shared;
        _values = values;
        OwnCount = shared.Count(isShared => !isShared);
    }

    /// <summary>Names of the parameters in order of declaration.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Number of parameters.</summary>
    public int Count => Names.Length;

    /// <summary>Number of parameters that each row has for itself.</summary>
    public int OwnCount { get; }

    /// <summary>Whether column <paramref name="column"/> has one value for all rows.</summary>
    public bool IsShared(int column) => _shared[column];

    /// <summary>The value of a shared column; 0 for a row's own column.</summary>
    public double SharedValue(int column) => _values[column];

    /// <summary>All parameters differ from row to row.</summary>
    /// <param name="names">Names in order of declaration.</param>
    public static Columns AllOwn(IReadOnlyList<string> names) =>
        new([.. names], [.. names.Select(_ => false)], [.. names.Select(_ => 0.0)]);

    /// <summary>The parameters named in <paramref name="shared"/> have one value for all rows.</summary>
    /// <param name="shared">Values by name.</param>
    /// <exception cref="ArgumentException">A name is not a parameter of the program.</exception>
    public Columns Share(IReadOnlyDictionary<string, double> shared)
    {
        var unknown = shared.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !Names.Contains(name));
        if (unknown is not null)
        {
            throw new ArgumentException(
                $"'{unknown}' is not a parameter of the program; it has {string.Join(", ", Names)}.", nameof(shared));
        }

        return new(
            Names,
            [.. Names.Select(shared.ContainsKey)],
            [.. Names.Select(name => shared.TryGetValue(name, out var value) ? value : 0.0)]);
    }

    /// <summary>Writes the values of one row in the order of <see cref="Names"/>.</summary>
    /// <param name="own">The row's own values, in order of the columns that are not shared.</param>
    /// <param name="row">Receives all values.</param>
    public void Fill(ReadOnlySpan<double> own, Span<double> row)
    {
        var next = 0;
        for (var column = 0; column < Count; column++)
        {
            row[column] = _shared[column] ? _values[column] : own[next++];
        }
    }
}
