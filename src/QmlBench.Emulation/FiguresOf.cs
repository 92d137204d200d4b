using System.Collections.Immutable;
using QmlBench.Devices;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation;

/// <summary>Reads a device's plain numbers.</summary>
internal static class FiguresOf
{
    /// <summary>The figures of a profile; dead sites are left out of the means.</summary>
    public static DeviceFigures Device(Device device)
    {
        var times = device.Qubits.Select(CoherenceTimes.Of).ToList();
        return new(
            device.Name,
            device.QubitCount,
            [.. times.Select(time => time.T1)],
            [.. times.Select(time => time.T2)],
            [.. device.Qubits.Select(qubit => (qubit.Readout.EffectiveP1Given0 + qubit.Readout.EffectiveP0Given1) / 2)],
            Mean(device, 1, site => site.Error),
            Mean(device, 2, site => site.Error),
            Mean(device, 1, site => site.Duration),
            Mean(device, 2, site => site.Duration),
            device.Qubits.Max(qubit => qubit.Readout.Length ?? 0),
            device.Qubits.Max(qubit => qubit.ResetDuration ?? 0));
    }

    private static double Mean(Device device, int arity, Func<GateSite, double?> figure)
    {
        ImmutableArray<double> values =
        [
            .. device.Gates.Where(gate => gate.Arity == arity && device.Basis.Contains(gate.Name))
                .SelectMany(gate => gate.Sites)
                .Where(site => !site.IsDead)
                .Select(figure)
                .OfType<double>(),
        ];
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return values.IsEmpty ? 0 : sum / values.Length;
    }
}
