using System.Globalization;
using QmlBench.Devices.History;
using QmlBench.Devices.Validation;
using QmlBench.Numerics;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Devices.Drift;

/// <summary>Makes tomorrow's device.</summary>
/// <remarks>
/// T1, T2, readout and the gate errors of every qubit and coupler are multiplied by the exponential of their paths (<see cref="DriftPath"/>).
/// All gates of a qubit share one factor, and so do all gates of a coupler and the readout figures of a qubit. What keeps the profile valid:
/// T2 at most 2·T1; gate errors at most those of the completely depolarizing channel, 1/2 and 3/4; readout errors at most 0.49. Figures that are zero,
/// missing, out of order or already beyond a limit stay as they are; so do durations, frequencies and couplers.
/// </remarks>
public sealed class DriftedDevice
{
    private readonly Device device;
    private readonly Dictionary<(FigureKind, string), double> factors = [];

    private DriftedDevice(Device device) => this.device = device;

    /// <summary>The device after some days.</summary>
    /// <param name="model">The rates.</param>
    /// <param name="history">Snapshots of the machine up to and including the device that drifts: its last one.</param>
    /// <param name="days">Days into the future, from 0 to 3650; 0 gives the device itself.</param>
    /// <param name="seed">Seed of the path.</param>
    /// <param name="name">Name of the new device.</param>
    /// <returns>A valid device of kind template, dated so many days later if it has a date.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The days are out of range.</exception>
    public static Device Make(DriftModel model, DeviceHistory history, double days, ulong seed, string name)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(history);
        if (!(days >= 0 && days <= 3650))
            throw new ArgumentOutOfRangeException(nameof(days), days, "Drift takes 0 to 3650 days.");
        Device last = history.Snapshots[^1];
        if (days == 0)
            return last;
        var drifted = new DriftedDevice(last);
        drifted.Factors(model, history, days, StreamKey.Root(seed, "drift").Derive(last.Machine));
        return drifted.Build(model, days, seed, name);
    }

    private void Factors(DriftModel model, DeviceHistory history, double days, StreamKey key)
    {
        var today = SiteFigures.Of(device).ToDictionary(f => (f.Kind, f.Subject));
        foreach (DriftSeries series in DriftSeries.Of(history))
        {
            // A place whose figure of today is missing, dead or at fault has nothing to drift from.
            if (model.RateOf(series.Kind) is not { } rate || !today.TryGetValue((series.Kind, series.Subject), out SiteFigure figure) || !DriftSeries.IsUsable(figure))
                continue;
            RandomStream stream = key.Derive(FigureKinds.KeyOf(series.Kind)).Derive(figure.Place).Open();
            factors[(series.Kind, figure.Place)] = Elementary.Exp(DriftPath.Change(series, rate, days, stream));
        }
    }

    private Device Build(DriftModel model, double days, ulong seed, string name)
    {
        string increments = string.Join(", ", model.Rates.Select(r => string.Create(CultureInfo.InvariantCulture, $"{r.Increments} of {FigureKinds.NameOf(r.Kind)}")));
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{device.Name} drifted by {days:R} day(s), seed {seed}; Ornstein-Uhlenbeck in logarithms, rates from increments of {string.Join(", ", model.Machines)}: {increments}");
        Device made = device with
        {
            Name = name,
            Machine = name,
            Kind = DeviceKind.Template,
            Snapshot = device.Snapshot?.AddDays(days),
            Source = device.Source with { Text = device.Source.Text is { } own ? $"{text}. {own}" : text },
            Qubits = [.. device.Qubits.Select(Qubit)],
            Gates = [.. device.Gates.Select(Gate)],
            Measurements = [.. device.Measurements.Select(Measurement)],
        };
        var odd = DeviceCheck.Of(DeviceDraft.From(made), KnownGates.Catalogue).Select(p => p.Oddity).OfType<Oddity>();
        return made with { Accepted = [.. odd.Distinct().Order()] };
    }

    private Qubit Qubit(Qubit qubit, int index)
    {
        double? t1 = qubit.T1 * Factor(FigureKind.T1, index), t2 = qubit.T2 * Factor(FigureKind.T2, index);
        return qubit with
        {
            T1 = t1,
            T2 = t1 is { } limit && t2 > 2 * limit ? 2 * limit : t2,
            Readout = Readout(qubit.Readout, Factor(FigureKind.ReadoutError, index)),
        };
    }

    private static Readout Readout(Readout readout, double factor)
    {
        if (factor.Equals(1) || readout.P1Given0 > 0.5 || readout.P0Given1 > 0.5)
            return readout;
        Readout moved = readout with { P1Given0 = Probability(readout.P1Given0, factor), P0Given1 = Probability(readout.P0Given1, factor) };
        bool isMean = readout is { HasPair: true, Error: { } error } && Math.Abs(error - (readout.P1Given0!.Value + readout.P0Given1!.Value) / 2) < 1e-12;
        return moved with { Error = isMean ? (moved.P1Given0!.Value + moved.P0Given1!.Value) / 2 : Probability(readout.Error, factor) };
    }

    private static double? Probability(double? figure, double factor) => figure is { } p ? DriftLimits.Scale(p, factor, DriftLimits.Readout) : null;

    private NativeGate Gate(NativeGate gate)
    {
        if (gate.IsVirtual || gate.Arity > 2)
            return gate;
        FigureKind kind = gate.Arity == 1 ? FigureKind.OneQubitError : FigureKind.TwoQubitError;
        double limit = gate.Arity == 1 ? DriftLimits.OneQubitError : DriftLimits.TwoQubitError;
        return NativeGate.Physical(gate.Name, gate.Arity, gate.Sites.Select(site => Site(site, Factor(kind, site), limit)));
    }

    // Every infidelity of a site moves with its error, so that parts stay parts of the whole.
    private static GateSite Site(GateSite site, double factor, double limit)
    {
        double? error = site.Error is { } figure ? DriftLimits.Scale(figure, factor, limit) : null;
        double ratio = site.Error > 0 && error is { } moved ? moved / site.Error.Value : factor;
        double? Part(double? part) => part is { } value ? DriftLimits.Scale(value, ratio, limit) : null;
        return new(site.Qubits, error, site.Duration, site.BothOrders)
        {
            Details = site.Details with
            {
                IncoherentError = Part(site.Details.IncoherentError),
                IsolatedError = Part(site.Details.IsolatedError),
                IsolatedIncoherentError = Part(site.Details.IsolatedIncoherentError),
            },
        };
    }

    // What repeats the readout error goes on repeating it.
    private NativeGate Measurement(NativeGate gate) =>
        NativeGate.Physical(gate.Name, gate.Arity, gate.Sites.Select(site => new GateSite(
            site.Qubits, Probability(site.Error, Factor(FigureKind.ReadoutError, site.Qubits[0])), site.Duration, site.BothOrders)
        { Details = site.Details }));

    private double Factor(FigureKind kind, GateSite site) =>
        site.Qubits.Count == 1 ? Factor(kind, site.Qubits[0]) : Factor(kind, string.Create(CultureInfo.InvariantCulture, $"{site.Qubits.Min()}-{site.Qubits.Max()}"));

    private double Factor(FigureKind kind, int qubit) => Factor(kind, qubit.ToString(CultureInfo.InvariantCulture));

    private double Factor(FigureKind kind, string place) => factors.GetValueOrDefault((kind, place), 1);
}
