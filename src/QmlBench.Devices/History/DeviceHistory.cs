using System.Collections.Immutable;

namespace QmlBench.Devices.History;

/// <summary>The snapshots of one machine, oldest first: one device with a history.</summary>
public sealed class DeviceHistory
{
    private readonly ImmutableArray<ImmutableArray<SiteFigure>> figures;

    /// <summary>Takes snapshots.</summary>
    /// <param name="snapshots">Devices of one machine in any order; at least one, each with a date unless it is the only one.</param>
    /// <exception cref="ArgumentException">There is none, two machines are mixed, or one of several snapshots has no date.</exception>
    public DeviceHistory(IEnumerable<Device> snapshots)
    {
        Snapshots = [.. snapshots.OrderBy(s => s.Snapshot).ThenBy(s => s.Name, StringComparer.Ordinal)];
        if (Snapshots.IsEmpty)
            throw new ArgumentException("A history needs at least one snapshot.", nameof(snapshots));
        if (Snapshots.FirstOrDefault(s => s.Machine != Machine) is { } other)
            throw new ArgumentException($"A history is of one machine; {other.Name} is of {other.Machine}, not of {Machine}.", nameof(snapshots));
        if (Snapshots.Length > 1 && Snapshots.FirstOrDefault(s => s.Snapshot is null) is { } timeless)
            throw new ArgumentException($"{timeless.Name} has no date; a history needs the key 'snapshot'.", nameof(snapshots));
        figures = [.. Snapshots.Select(s => SiteFigures.Of(s).ToImmutableArray())];
    }

    /// <summary>The snapshots, oldest first.</summary>
    public ImmutableArray<Device> Snapshots { get; }

    /// <summary>Name of the machine.</summary>
    public string Machine => Snapshots[0].Machine;

    /// <summary>The figures of a snapshot.</summary>
    /// <param name="snapshot">Index of the snapshot.</param>
    /// <returns>All that are given, dead sites with the error 1.</returns>
    public ImmutableArray<SiteFigure> FiguresOf(int snapshot) => figures[snapshot];

    /// <summary>Median and quartiles of a figure in a snapshot, over the places that are not out of order.</summary>
    /// <param name="snapshot">Index of the snapshot.</param>
    /// <param name="kind">The figure.</param>
    /// <returns>The quartiles; their count is 0 where the figure is not given.</returns>
    public Quartiles QuartilesOf(int snapshot, FigureKind kind) =>
        Quartiles.Of(figures[snapshot].Where(f => f.Kind == kind && !f.IsDead).Select(f => f.Value));

    /// <summary>Number of places out of order.</summary>
    /// <param name="snapshot">Index of the snapshot.</param>
    /// <param name="kind">Error of one-qubit or of two-qubit gates.</param>
    /// <returns>The count.</returns>
    public int DeadOf(int snapshot, FigureKind kind) => figures[snapshot].Count(f => f.Kind == kind && f.IsDead);

    /// <summary>Couplers of which one order of the operands is out of order and the other works.</summary>
    /// <param name="snapshot">Index of the snapshot.</param>
    /// <returns>The orders that are out of order: <c>cx 5->8</c>.</returns>
    public ImmutableArray<string> DeadOrdersOf(int snapshot) =>
        [.. figures[snapshot].Where(f => f.DeadOrder is not null).SelectMany(f => f.OutOfOrder)];

    /// <summary>The history up to one of its snapshots, that one included.</summary>
    /// <param name="snapshot">A time.</param>
    /// <returns>The history, or null if it begins later.</returns>
    public DeviceHistory? Until(DateTimeOffset snapshot) =>
        Snapshots.Any(s => s.Snapshot <= snapshot) ? new(Snapshots.Where(s => s.Snapshot <= snapshot)) : null;
}
