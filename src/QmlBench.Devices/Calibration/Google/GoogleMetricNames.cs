using System.Collections.Immutable;

namespace QmlBench.Devices.Calibration.Google;

/// <summary>Names of Google's metrics, and what of them a site keeps beside error and duration.</summary>
internal static class GoogleMetricNames
{
    /// <summary>Cirq's duration of its fsim gates. Its thermal noise takes this for <c>syc</c> too, whose pulse lasts 12 ns.</summary>
    public const double FSimDuration = 32e-9;

    /// <summary>Two-qubit gates: name in the catalogue, name in the metrics.</summary>
    public static ImmutableArray<(string Gate, string Metric)> TwoQubit { get; } =
        [("cz", "cz"), ("sqrt_iswap", "sqrt_iswap"), ("syc", "sycamore")];

    /// <summary>What is assumed of a device of Google, in words.</summary>
    /// <param name="hasSycamore">Whether <c>syc</c> is among its gates.</param>
    public static string Assumption(bool hasSycamore) =>
        $"two-qubit errors are those of all couplers in parallel; {(hasSycamore ? "the operands of syc relax for 32 ns, as Cirq has it; " : "")}rz is in software";

    /// <summary>The metric of a coherent angle of a two-qubit gate; null for angles that the metrics do not have.</summary>
    public static string? Angle(string metric, string angle) =>
        angle is "theta" or "phi" ? $"two_qubit_parallel_{metric}_gate_xeb_entangler_{angle}_error_per_cycle" : null;

    /// <summary>The further figures of a gate at a site.</summary>
    /// <param name="gate">Name in the catalogue.</param>
    /// <param name="figure">Value of a metric at the site; null if it is not given.</param>
    public static SiteDetails Details(string gate, Func<string, double?> figure)
    {
        if (gate == "phxz")
            return SiteDetails.None with { IncoherentError = figure("single_qubit_rb_incoherent_error_per_gate") };
        if (TwoQubit.FirstOrDefault(names => names.Gate == gate).Metric is not { } metric)
            return SiteDetails.None;
        return new SiteDetails
        {
            IncoherentError = figure($"two_qubit_parallel_{metric}_gate_xeb_incoherent_error_per_cycle"),
            IsolatedError = figure($"two_qubit_{metric}_gate_xeb_average_error_per_cycle"),
            IsolatedIncoherentError = figure($"two_qubit_{metric}_gate_xeb_incoherent_error_per_cycle"),
            RelaxationDuration = gate == "syc" ? FSimDuration : null,
        };
    }
}
