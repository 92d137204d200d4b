using QmlBench.Devices.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Noise;

/// <summary>The notice about gates whose reported error is below what relaxation, or a coherent error of the profile, gives.</summary>
internal static class CoherenceNotice
{
    // Enough to see how bad it is; a long circuit must not fill the screen.
    private const int MostNamed = 8;

    /// <summary>Whether a gate is worth a notice under the policy of a model.</summary>
    /// <remarks>A coherent error above the report contradicts the profile itself, so that is told under every policy.</remarks>
    public static bool IsDue(NoiseModel model, SiteNoise noise) =>
        IsCoherent(noise) || model.CoherenceLimit switch
        {
            CoherenceLimitPolicy.Rescale => noise.CoherenceStretch != 1,
            CoherenceLimitPolicy.Report => noise.Excess is not null,
            _ => false,
        };

    /// <summary>The notice that lists gates, each with what is reported and what is applied.</summary>
    public static Notice Of(NoiseModel model, IReadOnlyList<SiteNoise> gates)
    {
        string?[] parts =
        [
            Part([.. gates.Where(IsCoherent)], "the coherent error alone exceeds the reported error", Coherent),
            Part([.. gates.Where(gate => !IsCoherent(gate) && gate.CoherenceStretch != 1)], "relaxation was stretched to the reported error", Stretched),
            Part([.. gates.Where(gate => !IsCoherent(gate) && gate.CoherenceStretch == 1)], "relaxation alone exceeds the reported error", Relaxed),
        ];
        return new("coherence-limit", $"On {model.Device.Name} {string.Join("; ", parts.OfType<string>())}.");
    }

    private static bool IsCoherent(SiteNoise noise) => noise.Excess is { } excess && excess.Coherent > noise.ReportedError;

    private static string? Part(SiteNoise[] gates, string what, Func<SiteNoise, string> how)
    {
        var named = string.Join(", ", gates.Take(MostNamed).Select(gate => $"{gate.Gate} {string.Join(",", gate.Qubits)} ({how(gate)})"));
        var more = gates.Length > MostNamed ? $" and {gates.Length - MostNamed} more" : string.Empty;
        return gates.Length == 0 ? null : $"{what} for {named}{more}";
    }

    private static string Coherent(SiteNoise gate) => $"{gate.ReportedError:G4} reported, {gate.Excess!.Value.Coherent:G4} coherent";

    private static string Stretched(SiteNoise gate) =>
        double.IsFinite(gate.CoherenceStretch) ? $"T1, T2 × {gate.CoherenceStretch:G4}" : "no relaxation is left";

    private static string Relaxed(SiteNoise gate) => $"{gate.ReportedError:G4} reported, {gate.Excess!.Value.Relaxation:G4} from T1 and T2"
        + (gate.Excess.Value.Coherent > 0 ? $", {gate.Excess.Value.Coherent:G4} coherent" : string.Empty);
}
