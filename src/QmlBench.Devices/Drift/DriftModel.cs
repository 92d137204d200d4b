using System.Collections.Immutable;
using QmlBench.Devices.History;

namespace QmlBench.Devices.Drift;

/// <summary>How figures of devices move from day to day: one rate for each kind of figure, pooled over all qubits and couplers of all
/// machines with at least three snapshots.</summary>
/// <remarks>Only the mean of each figure is its own. Figures drift independently of one another, given the clamps of
/// <see cref="DriftedDevice"/>; a device-wide change, such as a new calibration, is not modelled. See <c>devices/README.md</c>.</remarks>
public sealed class DriftModel
{
    /// <summary>Snapshots a machine needs to count.</summary>
    public const int LeastSnapshots = 3;

    private DriftModel(ImmutableArray<string> machines, ImmutableArray<DriftRate> rates)
    {
        Machines = machines;
        Rates = rates;
    }

    /// <summary>The machines the rates are from, in ordinal order.</summary>
    public ImmutableArray<string> Machines { get; }

    /// <summary>One rate for each kind of figure that moves, in the order of <see cref="FigureKinds.All"/>.</summary>
    public ImmutableArray<DriftRate> Rates { get; }

    /// <summary>Estimates the model.</summary>
    /// <param name="histories">Histories; those with fewer than three snapshots are passed over.</param>
    /// <returns>The model.</returns>
    /// <exception cref="ArgumentException">No machine has enough snapshots.</exception>
    public static DriftModel Fit(IEnumerable<DeviceHistory> histories)
    {
        ImmutableArray<DeviceHistory> used =
            [.. histories.Where(h => h.Snapshots.Length >= LeastSnapshots).OrderBy(h => h.Machine, StringComparer.Ordinal)];
        if (used.IsEmpty)
            throw new ArgumentException(
                $"Rates of drift need a machine with at least {LeastSnapshots} snapshots among the profiles, and there is none.", nameof(histories));
        DriftSeries[] series = [.. used.SelectMany(history => DriftSeries.Of(history))];
        return new(
            [.. used.Select(h => h.Machine)],
            [.. FigureKinds.All.Select(kind => DriftRate.Fit(kind, series.Where(s => s.Kind == kind))).OfType<DriftRate>()]);
    }

    /// <summary>The rate of a kind of figure.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>The rate, or null if none could be estimated: such figures stay as they are.</returns>
    public DriftRate? RateOf(FigureKind kind) => Rates.FirstOrDefault(rate => rate.Kind == kind);
}
