using System.Collections.Immutable;
using QmlBench.Devices.Noise;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration.Google;

/// <summary>Makes qubits, couplers and gates of Google's metrics.</summary>
internal sealed class GoogleFigures
{
    private readonly JsonReader reader;
    private readonly GoogleMetrics metrics;
    private readonly GoogleSpecification? specification;
    private readonly GoogleDurations durations;
    private readonly (string Label, GridPoint At)[] grid;
    private readonly ImmutableSortedDictionary<string, int> index;

    private GoogleFigures(JsonReader reader, GoogleMetrics metrics, GoogleSpecification? specification)
    {
        this.reader = reader;
        this.metrics = metrics;
        this.specification = specification;
        durations = new GoogleDurations(specification);
        grid = Grid();
        index = grid.Select((q, i) => KeyValuePair.Create(q.Label, i)).ToImmutableSortedDictionary(StringComparer.Ordinal);
    }

    /// <summary>Fills a draft.</summary>
    public static void Read(JsonReader reader, GoogleMetrics metrics, GoogleSpecification? specification, GoogleZPhases phases, DeviceDraft draft)
    {
        var figures = new GoogleFigures(reader, metrics, specification);
        for (int i = 0; i < figures.grid.Length; i++)
            draft.Qubits.Add(i, figures.Qubit(i));
        string[][] pairs = figures.Pairs();
        draft.Couplers = [.. pairs.Select(p => new DraftCoupler(figures.index[p[0]], figures.index[p[1]], true, "targets"))];
        CalibrationGates.Add(draft, "phxz", "gates/phxz", [.. figures.OneQubitSites()]);
        var angles = new SortedDictionary<string, List<CoherentSite>>(StringComparer.Ordinal);
        foreach ((string name, string metric) in GoogleMetricNames.TwoQubit)
        {
            List<DraftSite> sites = [.. pairs.Select(pair => figures.Site(name, metric, pair)).OfType<DraftSite>()];
            if (sites.Count > 0)
                CalibrationGates.Add(draft, name, $"gates/{name}", sites);
            angles[name] = [.. pairs.Select(pair => figures.Angles(phases, name, metric, pair)).OfType<CoherentSite>()];
        }
        CalibrationAngles.Set(draft, angles);
        draft.Gates.Add(new("rz", "gates/rz", IsVirtual: true, []));
        reader.Notice(GoogleMetricNames.Assumption(draft.Gates.Exists(g => g.Name == "syc")));
        if (figures.durations.Assumption() is { } assumption)
            reader.Notice(assumption);
    }

    // An error of all couplers in parallel where it is given: what a circuit meets.
    private DraftSite? Site(string name, string metric, string[] pair)
    {
        string[] names = [$"two_qubit_parallel_{metric}_gate_xeb_average_error_per_cycle", $"two_qubit_{metric}_gate_xeb_average_error_per_cycle"];
        if (names.FirstOrDefault(n => metrics.PlaceOf(n, pair) is not null) is not { } found)
            return null;
        return new DraftSite([index[pair[0]], index[pair[1]]], true, metrics.Figure(found, pair), durations.Of(name), metrics.PlaceOf(found, pair)!)
        {
            Details = GoogleMetricNames.Details(name, detail => metrics.Figure(detail, pair)),
        };
    }

    private CoherentSite? Angles(GoogleZPhases phases, string name, string metric, string[] pair) =>
        metrics.PlaceOf($"two_qubit_parallel_{metric}_gate_xeb_average_error_per_cycle", pair) is null ? null
            : CalibrationAngles.Site(index[pair[0]], index[pair[1]], angle => GoogleMetricNames.Angle(metric, angle) is { } figure
                ? metrics.Figure(figure, pair) : phases.Of(name, angle, pair));

    private IEnumerable<DraftSite> OneQubitSites()
    {
        const string average = "single_qubit_rb_average_error_per_gate";
        return grid.Select((q, i) => new DraftSite(
            [i], false, metrics.Figure(average, q.Label), durations.Of("phased_xz"), metrics.PlaceOf(average, q.Label) ?? $"gates/phxz/{i}")
        {
            Details = GoogleMetricNames.Details("phxz", detail => metrics.Figure(detail, q.Label)),
        });
    }

    private Qubit Qubit(int number)
    {
        (string label, GridPoint at) = grid[number];
        (string Figure, string Metric)[] named =
        [
            ("t1", "single_qubit_idle_t1_micros"), ("readout/p1_given_0", "single_qubit_p00_error"), ("readout/p0_given_1", "single_qubit_p11_error"),
        ];
        foreach ((string figure, string metric) in named)
        {
            if (metrics.PlaceOf(metric, label) is { } place)
                reader.Place($"qubits/{number}/{figure}", place);
        }
        return new Qubit
        {
            Label = label,
            Position = at,
            T1 = metrics.Microseconds(named[0].Metric, label),
            Readout = new Readout
            {
                P1Given0 = metrics.Figure(named[1].Metric, label),
                P0Given1 = metrics.Figure(named[2].Metric, label),
                Length = durations.Of("meas"),
            },
            ResetDuration = durations.Of("reset"),
        };
    }

    private string[][] Pairs() =>
        [.. metrics.Targets.Select(t => t.Target.Split(' ')).Where(t => t.Length == 2).Concat(specification?.Pairs ?? [])
            .Where(p => index.ContainsKey(p[0]) && index.ContainsKey(p[1]))
            .Select(p => index[p[0]] < index[p[1]] ? p : [p[1], p[0]])
            .DistinctBy(p => (p[0], p[1])).OrderBy(p => index[p[0]]).ThenBy(p => index[p[1]])];

    private (string Label, GridPoint At)[] Grid()
    {
        List<(string Label, GridPoint At)> found = [];
        IEnumerable<(string Label, string Place)> labels = metrics.Targets.SelectMany(t => t.Target.Split(' ').Select(label => (label, t.Place)))
            .Concat((specification?.Qubits ?? []).Select(label => (label, "")));
        foreach ((string label, string place) in labels.DistinctBy(l => l.Label, StringComparer.Ordinal))
        {
            if (GoogleGrid.Find(label) is { } at)
                found.Add((label, at));
            else
                reader.Error(place, $"'{label}' is not a place on the grid", GoogleGrid.Expected);
        }
        return [.. found.OrderBy(q => q.At.Row).ThenBy(q => q.At.Column).ThenBy(q => q.Label, StringComparer.Ordinal)];
    }
}
