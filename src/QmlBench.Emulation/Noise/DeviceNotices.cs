using System.Collections.Immutable;
using QmlBench.Devices;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Noise;

/// <summary>One notice per device that says what was assumed about odd figures.</summary>
internal static class DeviceNotices
{
    // A coin has P(1|0) + P(0|1) = 1; days on which a reading failed are published with 0.98.
    private const double CoinLike = 0.9;

    /// <summary>The notice, or none if every figure is as it should be.</summary>
    public static ImmutableArray<Notice> Of(Device device, NoiseOptions options, NoiseSources sources, Predicate<int> hasDephasing)
    {
        if (device.IsIdeal || sources == NoiseSources.None)
        {
            return [];
        }

        var parts = new List<string>();
        if ((sources & (NoiseSources.Relaxation | NoiseSources.Idle)) != 0)
        {
            Add(parts, device, "T2 above 2·T1 taken as 2·T1", qubit => device.Qubits[qubit].T2 > 2 * device.Qubits[qubit].T1);
            Add(parts, device, "no T1 (taken as infinite)", qubit => device.Qubits[qubit].T1 is null);
            Add(parts, device, "no T2 (taken as 2·T1)", qubit => device.Qubits[qubit].T2 is null && !hasDephasing(qubit));
        }

        if (sources.HasFlag(NoiseSources.Readout))
        {
            Add(parts, device, "readout hardly or not better than a coin (P(1|0) + P(0|1) of 0.9 or more; used as it stands)", qubit => IsCoin(device.Qubits[qubit].Readout));
            Add(parts, device, "no readout figures (taken as perfect)", qubit => device.Qubits[qubit].Readout is { HasPair: false, Error: null });
        }

        AddSites(parts, device);
        if (sources.HasFlag(NoiseSources.Custom))
        {
            parts.AddRange(device.ChannelNotices());
        }

        parts.AddRange(UnusedFigures.Asked(device, options).Select(one => one.Text));
        return parts.Count == 0 ? [] : [new Notice("noise", $"{device.Name}: {string.Join("; ", parts)}.")];
    }

    private static bool IsCoin(Readout readout) =>
        (readout.HasPair ? readout.P1Given0 + readout.P0Given1 : 2 * readout.Error) >= CoinLike;

    private static void Add(List<string> parts, Device device, string what, Predicate<int> odd)
    {
        int[] qubits = [.. Enumerable.Range(0, device.QubitCount).Where(index => odd(index))];
        if (qubits.Length > 0)
        {
            parts.Add($"{what} on {Places(qubits, device.QubitCount)}");
        }
    }

    private static string Places(int[] qubits, int all) => qubits.Length switch
    {
        _ when qubits.Length == all => "all qubits",
        <= 8 => $"qubits {string.Join(", ", qubits)}",
        _ => $"{qubits.Length} of {all} qubits",
    };

    private static void AddSites(List<string> parts, Device device)
    {
        var sites = device.Gates.SelectMany(gate => gate.Sites).ToList();
        var dead = sites.Count(site => site.IsDead);
        if (dead > 0)
        {
            parts.Add($"{dead} gate sites with error 1 (dead; simulated at the largest error if used)");
        }

        var empty = sites.Count(site => site.Error is null && site.Duration is null);
        if (empty > 0)
        {
            parts.Add($"{empty} gate sites without error and duration (taken as free of noise)");
        }
    }
}
