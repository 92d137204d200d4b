using System.Collections.Immutable;

namespace QmlBench.Devices.History;

/// <summary>What moved between two devices, usually two snapshots of one machine.</summary>
public sealed class DeviceDiff
{
    /// <summary>Compares two devices figure by figure; qubits are matched by their number.</summary>
    /// <param name="before">The earlier one.</param>
    /// <param name="after">The later one.</param>
    public DeviceDiff(Device before, Device after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        (Before, After) = (before, after);
        SiteFigure[] old = [.. SiteFigures.Of(before)], now = [.. SiteFigures.Of(after)];
        var earlier = old.ToDictionary(f => (f.Kind, f.Subject));
        Kinds = [.. FigureKinds.All.Select(kind => new FigureDiff(kind, [.. old.Where(f => f.Kind == kind)], [.. now.Where(f => f.Kind == kind)]))];
        var both = now.Where(f => earlier.ContainsKey((f.Kind, f.Subject))).Select(f => (Before: earlier[(f.Kind, f.Subject)], After: f)).ToList();
        Died = [.. both.Where(p => !p.Before.IsDead).SelectMany(p => p.After.OutOfOrder.Except(p.Before.OutOfOrder))];
        Revived = [.. both.Where(p => !p.After.IsDead).SelectMany(p => p.Before.OutOfOrder.Except(p.After.OutOfOrder))];
        AppearedCouplers = Missing(after, before);
        VanishedCouplers = Missing(before, after);
        AppearedGates = [.. after.Gates.Select(g => g.Name).Except(before.Gates.Select(g => g.Name))];
        VanishedGates = [.. before.Gates.Select(g => g.Name).Except(after.Gates.Select(g => g.Name))];
    }

    /// <summary>The earlier device.</summary>
    public Device Before { get; }

    /// <summary>The later device.</summary>
    public Device After { get; }

    /// <summary>Kind by kind: medians and changes.</summary>
    public ImmutableArray<FigureDiff> Kinds { get; }

    /// <summary>Places that went out of order: <c>cx 0-1</c>, or one order of the operands alone, <c>cx 0->1</c>.</summary>
    public ImmutableArray<string> Died { get; }

    /// <summary>Places that came back.</summary>
    public ImmutableArray<string> Revived { get; }

    /// <summary>Couplers, with their direction, that only the later device has.</summary>
    public ImmutableArray<string> AppearedCouplers { get; }

    /// <summary>Couplers that only the earlier device has.</summary>
    public ImmutableArray<string> VanishedCouplers { get; }

    /// <summary>Gates that only the later device has.</summary>
    public ImmutableArray<string> AppearedGates { get; }

    /// <summary>Gates that only the earlier device has.</summary>
    public ImmutableArray<string> VanishedGates { get; }

    private static ImmutableArray<string> Missing(Device has, Device lacks) =>
        [.. has.Coupling.Couplers.Except(lacks.Coupling.Couplers).Order().Select(c => c.ToString())];
}
