using System.Collections.Immutable;

namespace QmlBench.Devices.Calibration.Google;

/// <summary>Durations of Google's gates: those of the specification, else those Cirq assumes for a device that gives none.</summary>
internal sealed class GoogleDurations
{
    // Cirq's default durations in seconds (cirq_google, google_noise_properties), by their names in a specification.
    private static readonly ImmutableSortedDictionary<string, double> Assumed = new Dictionary<string, double>
    {
        ["phased_xz"] = 25e-9,
        ["cz"] = GoogleMetricNames.FSimDuration,
        ["sqrt_iswap"] = GoogleMetricNames.FSimDuration,
        ["syc"] = 12e-9,
        ["meas"] = 4e-6,
        ["reset"] = 250e-9,
    }.ToImmutableSortedDictionary(StringComparer.Ordinal);

    // The specifications of 2021 count the nanoseconds of a measurement as if they were microseconds: 4 ms beside a T1 of 15 us.
    private const double LongestMeasurement = 1e-3;

    private readonly GoogleSpecification? specification;
    private readonly SortedSet<string> assumed = new(StringComparer.Ordinal);

    /// <summary>Takes the specification, if there is one.</summary>
    public GoogleDurations(GoogleSpecification? specification) => this.specification = specification;

    /// <summary>The duration of a gate, by its name in a specification.</summary>
    public double Of(string name)
    {
        if (specification is null || !specification.Durations.TryGetValue(name, out double given))
        {
            assumed.Add(name);
            return Assumed[name];
        }
        return IsMistaken(name, given) ? Quotient(given) : given;
    }

    /// <summary>What was assumed, in words; null if nothing was.</summary>
    public string? Assumption()
    {
        string?[] parts =
        [
            assumed.Count == 0 ? null : $"durations of {string.Join(", ", assumed)} are not given and taken as Cirq's",
            specification is not null && specification.Durations.TryGetValue("meas", out double given) && IsMistaken("meas", given)
                ? "the specification counts the time of a measurement a thousandfold; mended" : null,
        ];
        string words = string.Join("; ", parts.OfType<string>());
        return words.Length == 0 ? null : words;
    }

    private static bool IsMistaken(string name, double duration) => name == "meas" && duration >= LongestMeasurement;

    // In decimal: 4e-3 becomes the double nearest to 4e-6.
    private static double Quotient(double duration) => (double)((decimal)duration / 1000);
}
