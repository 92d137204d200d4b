using QmlBench.Devices.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Noise;

/// <summary>The notice about gates whose reported error is below what relaxation gives.</summary>
internal static class CoherenceNotice
{
    // Enough to see how bad it is; a long circuit must not fill the screen.
    private const int MostNamed = 8;

    /// <summary>Whether a gate is worth a notice under the policy of a model.</summary>
    public static bool IsDue(NoiseModel model, SiteNoise noise) => model.CoherenceLimit switch
    {
        CoherenceLimitPolicy.Rescale => noise.CoherenceStretch != 1,
        CoherenceLimitPolicy.Report => noise.ReportedError is { } reported && noise.RelaxationInfidelity > reported,
        _ => false,
    };

    /// <summary>The notice that lists gates, each with what is reported and what is applied.</summary>
    public static Notice Of(NoiseModel model, IReadOnlyList<SiteNoise> gates)
    {
        var named = string.Join(", ", gates.Take(MostNamed).Select(gate => Sentence(model, gate)));
        var more = gates.Count > MostNamed ? $" and {gates.Count - MostNamed} more" : string.Empty;
        var what = model.CoherenceLimit == CoherenceLimitPolicy.Rescale
            ? "relaxation was stretched to the reported error"
            : "relaxation alone exceeds the reported error";
        return new("coherence-limit", $"On {model.Device.Name} {what} for {named}{more}.");
    }

    private static string Sentence(NoiseModel model, SiteNoise gate)
    {
        var place = $"{gate.Gate} {string.Join(",", gate.Qubits)}";
        return model.CoherenceLimit == CoherenceLimitPolicy.Rescale
            ? $"{place} (T1, T2 × {gate.CoherenceStretch:G4})"
            : $"{place} ({gate.ReportedError:G4} reported, {gate.RelaxationInfidelity:G4} from T1 and T2)";
    }
}
