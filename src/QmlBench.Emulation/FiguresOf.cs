using System.Collections.Immutable;
using QmlBench.Devices;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Emulation;

/// <summary>Reads a device's plain numbers.</summary>
internal static class FiguresOf
{
    /// <summary>The figures of a profile; dead sites are left out of the means.</summary>
    /// <param name="device">The profile.</param>
    /// <param name="model">Its noise: the coherence times it uses, and which qubits are read together.</param>
    public static DeviceFigures Device(Device device, NoiseModel model)
    {
        var times = Enumerable.Range(0, device.QubitCount).Select(model.TimesOf).ToList();
        return new(
            device.Name,
            device.QubitCount,
            [.. times.Select(time => time.T1)],
            [.. times.Select(time => time.T2)],
            [.. device.Qubits.Select((qubit, index) => ReadoutError(model.AverageInGroup(index), qubit.Readout))],
            Mean(device, 1, site => site.Error),
            Mean(device, 2, site => site.Error),
            Mean(device, 1, site => site.Duration),
            Mean(device, 2, site => site.Duration),
            device.Qubits.Max(qubit => qubit.Readout.Length ?? 0),
            device.Qubits.Max(qubit => qubit.ResetDuration ?? 0))
        {
            ReadTogether = [.. model.ReadoutGroups.Select(group => group.Qubits.ToImmutableArray())],
        };
    }

    private static double ReadoutError(ReadoutConfusion? inGroup, Readout alone) => inGroup is { } group
        ? (group.OneGivenZero + group.ZeroGivenOne) / 2
        : (alone.EffectiveP1Given0 + alone.EffectiveP0Given1) / 2;

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
