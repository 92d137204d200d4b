using System.Text.Json;
using System.Text.RegularExpressions;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Calibration.Ionq;
using QmlBench.Devices.Validation;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Calibration.Braket;

/// <summary>Reads Amazon Braket's device properties: the standardized ones alone, or the whole document with <c>standardized</c>,
/// <c>paradigm</c> and <c>provider</c>.</summary>
internal static partial class BraketProperties
{
    private static readonly IonqFigures.Keys IonqNames = new("1Q", "2Q", "T1", "T2");

    /// <summary>Fills a draft.</summary>
    public static void Read(JsonReader reader, JsonElement root, SourceText source, DeviceDraft draft)
    {
        JsonElement standardized = JsonReader.Member(root, "standardized") ?? root, paradigm = JsonReader.Member(root, "paradigm") ?? root;
        JsonElement provider = JsonReader.Member(root, "provider") ?? root;
        Header(reader, root, source, draft);
        if (JsonReader.Member(standardized, "oneQubitProperties") is not null)
            Figures(reader, standardized, paradigm, draft);
        else if (JsonReader.Member(provider, "fidelity") is not null)
            Means(reader, provider, paradigm, draft);
        else
            reader.Error("", "there are no figures", "'oneQubitProperties', 'standardized' or a 'provider' with 'fidelity'");
    }

    private static void Header(JsonReader reader, JsonElement root, SourceText source, DeviceDraft draft)
    {
        draft.Name = NotInNames().Replace(Path.GetFileNameWithoutExtension(source.FileName), "_");
        draft.Machine = CalibrationHeader.MachineOf(draft.Name);
        JsonElement service = JsonReader.Member(root, "service") ?? default;
        draft.Snapshot = reader.Time(reader.Text(service, "updatedAt", "service/"), "service/updatedAt");
        draft.Kind = draft.Snapshot is null ? DeviceKind.Specification : DeviceKind.Calibration;
        draft.Vendor = "Amazon Braket";
        draft.Technology = "gate-model device";
        draft.Semantics = CalibrationHeader.DefaultSemantics(draft.Vendor);
        draft.Source = new DeviceSource { Text = "Amazon Braket device properties" };
        if (draft.Snapshot is null)
            reader.Notice("no date is given; taken as typical figures, not as those of a day");
    }

    private static void Figures(JsonReader reader, JsonElement standardized, JsonElement paradigm, DeviceDraft draft)
    {
        var labels = BraketLabels.Of(reader, standardized);
        BraketQubits.Read(reader, standardized, labels, draft);
        BraketGates.Read(reader, standardized, paradigm, labels, draft);
    }

    private static void Means(JsonReader reader, JsonElement provider, JsonElement paradigm, DeviceDraft draft)
    {
        int? qubits = JsonReader.Member(paradigm, "qubitCount") is { } n ? reader.Index(n, "paradigm/qubitCount", SiteKey.LargestIndex + 1) : null;
        if (qubits is null)
            reader.Error("paradigm/qubitCount", "the number of qubits is not given", "'paradigm' with 'qubitCount'");
        bool isForte = BraketGates.Native(reader, paradigm).Contains("ZZ", StringComparer.OrdinalIgnoreCase);
        IonqFigures.Read(reader, provider, "provider/", IonqNames, qubits ?? 0, isForte ? "rzz" : "ms", draft);
    }

    [GeneratedRegex("[^A-Za-z0-9_.+-]")]
    private static partial Regex NotInNames();
}
