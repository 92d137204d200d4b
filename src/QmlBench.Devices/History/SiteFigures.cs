using System.Globalization;

namespace QmlBench.Devices.History;

/// <summary>Reads the figures of a device that are followed over time.</summary>
/// <remarks>Vendors repeat a figure under several gates (IBM's <c>sx</c>, <c>x</c> and <c>id</c> have one error), so each qubit and each
/// coupler has one gate error here: that of the first physical gate of the basis, by name, that has figures there (<c>id</c> aside).
/// Where a coupler's two orders have figures of their own, the smaller error; which order is out of order where the other works is
/// <see cref="SiteFigure.DeadOrder"/>.</remarks>
public static class SiteFigures
{
    /// <summary>All figures that are given, kind by kind, in the order of qubits and couplers.</summary>
    /// <param name="device">The device.</param>
    /// <returns>The figures; dead sites with the error 1.</returns>
    public static IEnumerable<SiteFigure> Of(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return Qubits(device, FigureKind.T1, q => q.T1)
            .Concat(Qubits(device, FigureKind.T2, q => q.T2))
            .Concat(Gates(device, FigureKind.OneQubitError, 1))
            .Concat(Gates(device, FigureKind.TwoQubitError, 2))
            .Concat(Qubits(device, FigureKind.ReadoutError, q => Readout(q.Readout)));
    }

    private static double? Readout(Readout readout) => readout.HasPair || readout.Error is not null ? readout.EffectiveError : null;

    private static IEnumerable<SiteFigure> Qubits(Device device, FigureKind kind, Func<Qubit, double?> figure)
    {
        for (int i = 0; i < device.QubitCount; i++)
        {
            if (figure(device.Qubits[i]) is { } value)
                yield return new(kind, i.ToString(CultureInfo.InvariantCulture), "", value);
        }
    }

    private static IEnumerable<SiteFigure> Gates(Device device, FigureKind kind, int arity)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var found = new List<(int First, int Second, SiteFigure Figure)>();
        foreach (NativeGate gate in device.Gates.Where(g => g.Arity == arity && !g.IsVirtual && g.Name != "id" && device.Basis.Contains(g.Name)))
        {
            var places = gate.Sites.Where(s => s.Error is not null).GroupBy(s => (s.Qubits.Min(), s.Qubits.Max()))
                .Select(g => (g.Key, Error: g.Min(s => s.Error!.Value), DeadOrder: DeadOrder(g))).ToList();
            foreach (((int first, int second), double error, string? deadOrder) in places)
            {
                string place = arity == 1 ? string.Create(CultureInfo.InvariantCulture, $"{first}") : string.Create(CultureInfo.InvariantCulture, $"{first}-{second}");
                if (seen.Add(place))
                    found.Add((first, second, new(kind, place, gate.Name, error) { DeadOrder = deadOrder }));
            }
        }
        return found.OrderBy(f => (f.First, f.Second)).Select(f => f.Figure);
    }

    private static string? DeadOrder(IEnumerable<GateSite> sites) =>
        sites.All(s => s.IsDead) ? null : sites.FirstOrDefault(s => s.IsDead)?.Key();
}
