using System.Globalization;
using System.Text;
using static QmlBench.Devices.Yaml.YamlFlow;

namespace QmlBench.Devices.Yaml;

/// <summary>Writes a device as a profile file: compact, commented, one line a qubit and a line a gate site.</summary>
/// <remarks>Byte-stable: equal devices give equal texts, on every machine. Lossless: what is written reads back as an equal device,
/// every figure to the last bit (see <see cref="Quantity"/>).</remarks>
public static class DeviceYamlWriter
{
    private const int LineWidth = 118;

    /// <summary>Writes a profile.</summary>
    /// <param name="device">The device; the built-in ideal one has no file.</param>
    /// <returns>The text, with LF line ends.</returns>
    /// <exception cref="ArgumentException">The device is the built-in ideal one.</exception>
    public static string Write(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        if (device.IsIdeal)
            throw new ArgumentException("The ideal device is built in and has no file.", nameof(device));
        var text = new StringBuilder();
        Header(text, device);
        QubitLines(text, device);
        GateLines(text, "gates", device.Gates, device);
        if (!device.Measurements.IsEmpty)
        {
            text.Append("\n# The vendor's entries for measurement as if it were a gate; they repeat the readout figures (aer-properties applies both).\n");
            GateLines(text, "measurements", device.Measurements, device);
        }
        NoiseYamlWriter.Sections(text, device.Noise);
        return text.ToString();
    }

    private static void Header(StringBuilder text, Device device)
    {
        string date = device.Snapshot is { } time ? $", {Date(time)[..10]}" : "";
        text.Append(CultureInfo.InvariantCulture, $"# {device.Machine}: {device.QubitCount} qubit(s), {Kind(device.Kind)}{date}. Format: devices/README.md\n");
        Line(text, "schema", Device.Schema);
        Line(text, "name", YamlText.Of(device.Name));
        Line(text, "machine", device.Machine == device.Name ? null : YamlText.Of(device.Machine));
        Line(text, "snapshot", device.Snapshot is { } snapshot ? Date(snapshot) : null);
        Line(text, "vendor", YamlText.Of(device.Vendor));
        Line(text, "technology", YamlText.Of(device.Technology));
        Line(text, "processor", device.Processor is { } processor ? YamlText.Of(processor) : null);
        Line(text, "kind", Kind(device.Kind));
        Source(text, device.Source);
        Line(text, "semantics", device.Semantics);
        Line(text, "dt", device.Dt is { } dt ? Time(dt) : null);
        Line(text, "noise_scale", device.NoiseScale.Equals(1) ? null : Quantity.Format(device.NoiseScale));
        NoiseYamlWriter.Header(text, device.Noise);
        Line(text, "accept", device.Accepted.IsEmpty ? null : $"[{string.Join(", ", device.Accepted.Select(OddityNames.Of))}]");
        Line(text, "basis", $"[{string.Join(", ", device.Basis.Select(YamlText.Of))}]");
        Couplers(text, device.Coupling);
    }

    private static void Source(StringBuilder text, DeviceSource source)
    {
        text.Append("source:\n");
        Line(text, "  text", source.Text is { } words ? YamlText.Of(words) : null);
        Line(text, "  repository", source.Repository is { } repository ? YamlText.Of(repository) : null);
        Line(text, "  commit", source.Commit is { } commit ? YamlText.Of(commit) : null);
        if (!source.Files.IsEmpty)
            text.Append("  files:\n");
        foreach (string file in source.Files)
            text.Append("    - ").Append(YamlText.Of(file)).Append('\n');
        Line(text, "  address", source.Address is { } address ? YamlText.Of(address) : null);
        if (source is { MeasuredFrom: { } from, MeasuredTo: { } to })
            Line(text, "  measured", $"[{Date(from)}, {Date(to)}]");
    }

    private static void Couplers(StringBuilder text, CouplingMap map)
    {
        if (map.IsAllToAll)
        {
            Line(text, "couplers", "all-to-all");
            return;
        }
        text.Append("# 0-1: gates in both orders of the operands; 0->1: in this order only.\n");
        text.Append("couplers:");
        int column = LineWidth;
        for (int i = 0; i < map.Couplers.Count; i++)
        {
            string item = $"{(i == 0 ? "[" : "")}{map.Couplers[i]}{(i + 1 < map.Couplers.Count ? "," : "]")}";
            bool wraps = column + item.Length + 1 > LineWidth;
            text.Append(wraps ? "\n  " : " ").Append(item);
            column = wraps ? item.Length + 2 : column + item.Length + 1;
        }
        text.Append(map.Couplers.IsEmpty ? " []\n" : "\n");
    }

    private static void QubitLines(StringBuilder text, Device device)
    {
        text.Append("\n# readout: P(1|0), P(0|1), the single error as reported, duration; reset: its duration; at: [row, column] of the drawing.\n");
        text.Append("qubits:\n");
        for (int first = 0, last; first < device.QubitCount; first = last + 1)
        {
            last = first;
            while (last + 1 < device.QubitCount && device.Qubits[last + 1] == device.Qubits[first])
                last++;
            string key = last == first ? $"{first}" : $"{first}..{last}";
            text.Append("  ").Append(key).Append(": ").Append(QubitFlow(device.Qubits[first])).Append('\n');
        }
    }

    private static string QubitFlow(Qubit qubit)
    {
        Readout readout = qubit.Readout;
        string readoutFlow = Flow(
            ("p1_given_0", Number(readout.P1Given0)), ("p0_given_1", Number(readout.P0Given1)),
            ("error", Number(readout.Error)), ("length", Time(readout.Length)));
        return Flow(
            ("label", qubit.Label is { } label ? YamlText.InFlow(label) : null),
            ("t1", Time(qubit.T1)), ("t2", Time(qubit.T2)),
            ("frequency", Frequency(qubit.Frequency)), ("anharmonicity", Frequency(qubit.Anharmonicity)),
            ("readout", readout == Readout.Unknown ? null : readoutFlow),
            ("reset", Time(qubit.ResetDuration)),
            ("temperature", qubit.Temperature is { } kelvin ? Quantity.Format(kelvin, Dimension.Temperature) : null),
            ("at", qubit.Position is { } at ? $"[{at.Row}, {at.Column}]" : null));
    }

    private static void GateLines(StringBuilder text, string section, ValueList<NativeGate> gates, Device device)
    {
        if (section == "gates")
        {
            text.Append("\n# error: average gate infidelity 1 - F_avg. A virtual gate has no noise and takes no time.\n");
            if (gates.Any(g => g.Sites.Any(s => s.Details != SiteDetails.None)))
                text.Append("# incoherent: the part no calibration can undo; isolated: with no other coupler driven; relaxation: the time operands relax.\n");
        }
        text.Append(section).Append(":\n");
        foreach (NativeGate gate in gates)
        {
            text.Append("  ").Append(YamlText.Of(gate.Name)).Append(gate.IsVirtual ? ": virtual\n" : ":\n");
            if (!gate.IsVirtual)
                Sites(text, gate, device);
        }
    }

    private static void Sites(StringBuilder text, NativeGate gate, Device device)
    {
        if (SiteCover.IsEverywhere(gate, device))
        {
            text.Append("    sites:\n      every: ").Append(Figures(gate.Sites[0], null, null)).Append('\n');
            return;
        }
        double? duration = SiteCover.Common(gate, site => site.Duration);
        double? relaxation = SiteCover.Common(gate, site => site.Details.RelaxationDuration);
        Line(text, "    duration", Time(duration));
        Line(text, "    relaxation", Time(relaxation));
        text.Append("    sites:\n");
        foreach (GateSite site in gate.Sites)
            text.Append("      ").Append(site.Key()).Append(": ").Append(Figures(site, duration, relaxation)).Append('\n');
    }

    private static string Figures(GateSite site, double? duration, double? relaxation)
    {
        SiteDetails details = site.Details;
        string isolated = Flow(("error", Number(details.IsolatedError)), ("incoherent", Number(details.IsolatedIncoherentError)));
        return Flow(
            ("error", Number(site.Error)), ("duration", duration is null ? Time(site.Duration) : null),
            ("relaxation", relaxation is null ? Time(details.RelaxationDuration) : null),
            ("incoherent", Number(details.IncoherentError)), ("isolated", isolated == "{}" ? null : isolated));
    }

    private static string? Number(double? value) => value is { } v ? Quantity.Format(v) : null;

    private static string? Time(double? value) => value is { } v ? Quantity.Format(v, Dimension.Time) : null;

    private static string? Frequency(double? value) => value is { } v ? Quantity.Format(v, Dimension.Frequency) : null;

    private static string Kind(DeviceKind kind) => kind switch
    {
        DeviceKind.Calibration => "calibration",
        DeviceKind.Specification => "specification",
        DeviceKind.Template => "template",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Bug in QmlBench: a kind of device without a word."),
    };

    private static string Date(DateTimeOffset time) =>
        time is { Offset.Ticks: 0, TimeOfDay.Ticks: 0 }
            ? time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", CultureInfo.InvariantCulture);
}
