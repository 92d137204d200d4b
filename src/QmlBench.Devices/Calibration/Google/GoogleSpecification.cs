using System.Globalization;
using QmlBench.Circuits.Source;

namespace QmlBench.Devices.Calibration.Google;

/// <summary>What a device specification adds to metrics: the qubits, the couplers and the durations.</summary>
internal sealed record GoogleSpecification(string[] Qubits, string[][] Pairs, SortedDictionary<string, double> Durations)
{
    private static readonly string[] Sections = ["valid_qubits", "valid_targets", "valid_gates"];

    /// <summary>Reads a specification; what is wrong is reported with its place.</summary>
    public static GoogleSpecification Read(SourceText source, DiagnosticBag bag)
    {
        ProtoField root = ProtoText.Parse(source, bag);
        foreach (string section in Sections.Where(s => !root.All(s).Any()))
            bag.Error(source, SourceSpan.Beginning, $"this specification has no '{section}'", $"{string.Join(", ", Sections)}; was the file cut off?");
        var durations = new SortedDictionary<string, double>(StringComparer.Ordinal);
        foreach (ProtoField gate in root.All("valid_gates"))
        {
            if (gate.All("gate_duration_picos").FirstOrDefault() is not { } picos)
                continue;
            if (!long.TryParse(picos.Value, NumberStyles.None, CultureInfo.InvariantCulture, out _))
                bag.Error(source, source.SpanOf(picos.Offset, picos.Name.Length), $"'{picos.Value}' is not a duration", "a whole number of picoseconds");
            else
                Add(durations, gate, double.Parse($"{picos.Value}e-12", CultureInfo.InvariantCulture));
        }
        foreach (ProtoField qubit in root.All("valid_qubits").Where(q => GoogleGrid.Find(q.Value) is null))
            bag.Error(source, source.SpanOf(qubit.Offset, qubit.Name.Length), $"'{qubit.Value}' is not a place on the grid", GoogleGrid.Expected);
        string[][] pairs = [.. root.All("valid_targets").SelectMany(t => t.All("targets"))
            .Select(t => t.All("ids").Select(id => id.Value).ToArray()).Where(ids => ids.Length == 2)];
        return new([.. root.All("valid_qubits").Select(q => q.Value).Where(q => GoogleGrid.Find(q) is not null)], pairs, durations);
    }

    private static void Add(SortedDictionary<string, double> durations, ProtoField gate, double duration)
    {
        foreach (ProtoField kind in gate.Fields.Where(f => f.Value.Length == 0))
            durations[kind.Name] = duration;
    }
}
