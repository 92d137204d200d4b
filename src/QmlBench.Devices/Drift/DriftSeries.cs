using System.Collections.Immutable;
using QmlBench.Devices.History;
using QmlBench.Numerics;

namespace QmlBench.Devices.Drift;

/// <summary>The logarithm of one figure of one place over time, copies that were not measured anew left out.</summary>
/// <param name="Kind">The figure.</param>
/// <param name="Subject">Whose: <c>3</c>, <c>cx 0-1</c>.</param>
/// <param name="Days">Times in days, ascending.</param>
/// <param name="Logs">Natural logarithms of the figure.</param>
public sealed record DriftSeries(FigureKind Kind, string Subject, ImmutableArray<double> Days, ImmutableArray<double> Logs)
{
    // Readout as bad as a coin on every qubit (ibm_nairobi and ibm_cairo of 2024-04-10) is a fault of that day, not drift.
    private const double FaultyReadout = 0.4;

    /// <summary>Number of differences between neighbours.</summary>
    public int Increments => Math.Max(0, Logs.Length - 1);

    /// <summary>The series of a history, kind by kind and place by place.</summary>
    /// <param name="history">The snapshots.</param>
    /// <returns>One series for every place that has a usable value in at least one snapshot.</returns>
    public static ImmutableArray<DriftSeries> Of(DeviceHistory history)
    {
        ArgumentNullException.ThrowIfNull(history);
        var grown = new Dictionary<(FigureKind, string), (List<double> Days, List<double> Logs, List<double> Values)>();
        var order = new List<(FigureKind Kind, string Subject)>();
        for (int i = 0; i < history.Snapshots.Length; i++)
        {
            double day = DayOf(history.Snapshots[i]);
            foreach (SiteFigure figure in history.FiguresOf(i).Where(IsUsable))
            {
                var key = (figure.Kind, figure.Subject);
                if (grown.TryAdd(key, ([], [], [])))
                    order.Add(key);
                (List<double> days, List<double> logs, List<double> values) = grown[key];
                if (values.Count > 0 && (values[^1].Equals(figure.Value) || days[^1] >= day))
                    continue;
                days.Add(day);
                logs.Add(Elementary.Log(figure.Value));
                values.Add(figure.Value);
            }
        }
        return [.. order.Select(key => new DriftSeries(key.Kind, key.Subject, [.. grown[key].Days], [.. grown[key].Logs]))];
    }

    /// <summary>Whether a figure tells of drift: neither zero, nor out of order, nor a readout no better than a coin.</summary>
    /// <param name="figure">The figure.</param>
    /// <returns>True if it does.</returns>
    public static bool IsUsable(SiteFigure figure) =>
        figure.Value > 0 && (figure.Kind switch
        {
            FigureKind.ReadoutError => figure.Value < FaultyReadout,
            FigureKind.OneQubitError => figure.Value < DriftLimits.OneQubitError,
            FigureKind.TwoQubitError => figure.Value < DriftLimits.TwoQubitError,
            _ => true,
        });

    // Days since 2000; 0 for a device without date, which is the only one of its history.
    private static double DayOf(Device snapshot) =>
        snapshot.Snapshot is { } time ? (time - new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero)).TotalDays : 0;
}
