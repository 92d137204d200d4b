using System.Collections.Immutable;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration.Google;

/// <summary>Makes qubits, couplers and gates of Google's metrics.</summary>
internal static class GoogleFigures
{
    private const int MostRows = 10_000;

    // Name here and in the specification, name in the metrics.
    private static readonly ImmutableArray<(string Name, string Metric)> TwoQubit = [("cz", "cz"), ("sqrt_iswap", "sqrt_iswap"), ("syc", "sycamore")];

    /// <summary>Fills a draft.</summary>
    public static void Read(JsonReader reader, GoogleMetrics metrics, GoogleSpecification? specification, DeviceDraft draft)
    {
        (string Label, GridPoint At)[] grid = Grid(reader, metrics, specification);
        ImmutableSortedDictionary<string, int> index = grid.Select((q, i) => KeyValuePair.Create(q.Label, i)).ToImmutableSortedDictionary(StringComparer.Ordinal);
        double? Duration(string gate) => specification is not null && specification.Durations.TryGetValue(gate, out double d) ? d : null;
        for (int i = 0; i < grid.Length; i++)
            draft.Qubits.Add(i, Qubit(metrics, grid[i].Label, grid[i].At, Duration("meas")));
        string[][] pairs = [.. metrics.Targets.Select(t => t.Split(' ')).Where(t => t.Length == 2).Concat(specification?.Pairs ?? [])
            .Where(p => index.ContainsKey(p[0]) && index.ContainsKey(p[1]))
            .Select(p => index[p[0]] < index[p[1]] ? p : [p[1], p[0]]).DistinctBy(p => (p[0], p[1])).OrderBy(p => index[p[0]]).ThenBy(p => index[p[1]])];
        draft.Couplers = [.. pairs.Select(p => new DraftCoupler(index[p[0]], index[p[1]], true, "targets"))];
        CalibrationGates.Add(draft, "phxz", "gates/phxz", [.. grid.Select((q, i) => new DraftSite(
            [i], false, metrics.Figure("single_qubit_rb_average_error_per_gate", q.Label), Duration("phased_xz"), "gates/phxz"))]);
        foreach ((string name, string metric) in TwoQubit)
        {
            List<DraftSite> sites = [.. pairs.Select(p => (Pair: p, Error: Error(metrics, metric, p))).Where(s => s.Error is not null)
                .Select(s => new DraftSite([index[s.Pair[0]], index[s.Pair[1]]], true, s.Error, Duration(name), $"gates/{name}"))];
            if (sites.Count > 0)
                CalibrationGates.Add(draft, name, $"gates/{name}", sites);
        }
        draft.Gates.Add(new("rz", "gates/rz", IsVirtual: true, []));
        reader.Notice("two-qubit errors are those of all couplers in parallel where given; readout is that of one qubit at a time; coherent angles are left out; rz is in software");
    }

    private static double? Error(GoogleMetrics metrics, string metric, string[] pair) =>
        metrics.Figure($"two_qubit_parallel_{metric}_gate_xeb_average_error_per_cycle", pair)
        ?? metrics.Figure($"two_qubit_{metric}_gate_xeb_average_error_per_cycle", pair);

    private static Qubit Qubit(GoogleMetrics metrics, string label, GridPoint at, double? length) => new()
    {
        Label = label,
        Position = at,
        T1 = metrics.Microseconds("single_qubit_idle_t1_micros", label),
        Readout = new Readout
        {
            P1Given0 = metrics.Figure("single_qubit_p00_error", label),
            P0Given1 = metrics.Figure("single_qubit_p11_error", label),
            Length = length,
        },
    };

    private static (string Label, GridPoint At)[] Grid(JsonReader reader, GoogleMetrics metrics, GoogleSpecification? specification)
    {
        List<(string Label, GridPoint At)> grid = [];
        IEnumerable<string> labels = metrics.Targets.SelectMany(t => t.Split(' ')).Concat(specification?.Qubits ?? []);
        foreach (string label in labels.Distinct(StringComparer.Ordinal))
        {
            string[] parts = label.Split('_');
            if (parts.Length == 2 && int.TryParse(parts[0], out int row) && int.TryParse(parts[1], out int column)
                && row is >= 0 and <= MostRows && column is >= 0 and <= MostRows)
                grid.Add((label, new GridPoint(row, column)));
            else
                reader.Error("targets", $"'{label}' is not a place on the grid", "row and column, such as 3_2");
        }
        return [.. grid.OrderBy(q => q.At.Row).ThenBy(q => q.At.Column).ThenBy(q => q.Label, StringComparer.Ordinal)];
    }
}
