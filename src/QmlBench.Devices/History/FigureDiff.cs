using System.Collections.Immutable;
using QmlBench.Numerics;

namespace QmlBench.Devices.History;

/// <summary>How one kind of figure moved between two devices.</summary>
public sealed class FigureDiff
{
    /// <summary>Compares the figures of one kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <param name="before">Figures of the earlier device.</param>
    /// <param name="after">Figures of the later device.</param>
    public FigureDiff(FigureKind kind, ImmutableArray<SiteFigure> before, ImmutableArray<SiteFigure> after)
    {
        Kind = kind;
        Before = Quartiles.Of(before.Where(f => !f.IsDead).Select(f => f.Value));
        After = Quartiles.Of(after.Where(f => !f.IsDead).Select(f => f.Value));
        var earlier = before.Where(f => !f.IsDead).ToDictionary(f => f.Subject, f => f.Value, StringComparer.Ordinal);
        FigureChange[] both =
            [.. after.Where(f => !f.IsDead && earlier.ContainsKey(f.Subject)).Select(f => new FigureChange(f.Subject, earlier[f.Subject], f.Value))];
        Unchanged = both.Count(c => c.Before.Equals(c.After));
        Changes = [.. both.Where(c => !c.Before.Equals(c.After)).OrderByDescending(Size).ThenBy(c => c.Subject, StringComparer.Ordinal)];
    }

    /// <summary>The kind.</summary>
    public FigureKind Kind { get; }

    /// <summary>Median and quartiles of the earlier device, places out of order left out.</summary>
    public Quartiles Before { get; }

    /// <summary>Median and quartiles of the later device.</summary>
    public Quartiles After { get; }

    /// <summary>The figures that differ, largest ratio first, up or down.</summary>
    public ImmutableArray<FigureChange> Changes { get; }

    /// <summary>How many figures are the same to the last bit: copies that were not measured anew.</summary>
    public int Unchanged { get; }

    // A change from or to zero has no ratio and comes first.
    private static double Size(FigureChange change) =>
        change is { Before: > 0, After: > 0 } ? Math.Abs(Elementary.Log(change.After / change.Before)) : double.PositiveInfinity;
}
