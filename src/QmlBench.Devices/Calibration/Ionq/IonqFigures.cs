using System.Text.Json;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration.Ionq;

/// <summary>The members <c>fidelity</c> and <c>timing</c> by which IonQ and Amazon Braket describe IonQ's devices.</summary>
internal static class IonqFigures
{
    /// <summary>How a file spells its keys.</summary>
    internal sealed record Keys(string OneQubit, string TwoQubit, string T1, string T2);

    /// <summary>Fills qubits, gates and the general part of the header.</summary>
    public static void Read(JsonReader reader, JsonElement root, string place, Keys keys, int qubits, string twoQubitGate, DeviceDraft draft)
    {
        JsonElement fidelity = JsonReader.Member(root, "fidelity") ?? default, timing = JsonReader.Member(root, "timing") ?? default;
        draft.Vendor = "IonQ";
        draft.Technology = "trapped ion (171Yb+)";
        draft.Semantics = CalibrationHeader.DefaultSemantics(draft.Vendor);
        draft.IsAllToAll = true;
        string at = $"{place}timing/";
        var qubit = new Qubit
        {
            T1 = reader.Number(timing, keys.T1, at),
            T2 = reader.Number(timing, keys.T2, at),
            Readout = new Readout { Error = Mean(reader, fidelity, "spam", place), Length = reader.Number(timing, "readout", at) },
            ResetDuration = reader.Number(timing, "reset", at),
        };
        for (int i = 0; i < qubits; i++)
        {
            draft.Qubits.Add(i, qubit);
            reader.Place($"qubits/{i}/t1", at + keys.T1);
            reader.Place($"qubits/{i}/t2", at + keys.T2);
            reader.Place($"qubits/{i}/readout/length", $"{at}readout");
            reader.Place($"qubits/{i}/reset", $"{at}reset");
        }
        double? one = Mean(reader, fidelity, keys.OneQubit, place), two = Mean(reader, fidelity, keys.TwoQubit, place);
        Gates(draft, twoQubitGate, (one, reader.Number(timing, keys.OneQubit, at)), (two, reader.Number(timing, keys.TwoQubit, at)));
        reader.Notice($"mean figures for every qubit and pair; taken as those of gpi and gpi2 and of {twoQubitGate}, readout error as 1 - SPAM fidelity, rz in software");
    }

    private static double? Mean(JsonReader reader, JsonElement fidelity, string key, string place)
    {
        JsonElement item = JsonReader.Member(fidelity, key) ?? default;
        string at = $"{place}fidelity/{key}/";
        return reader.Infidelity(item, "mean", at) ?? reader.Infidelity(item, "median", at);
    }

    private static void Gates(DeviceDraft draft, string twoQubitGate, (double? Error, double? Duration) one, (double? Error, double? Duration) two)
    {
        int[] all = [.. draft.Qubits.Keys];
        foreach (string name in (string[])["gpi", "gpi2"])
            CalibrationGates.Add(draft, name, $"gates/{name}", [.. all.Select(q => new DraftSite([q], false, one.Error, one.Duration, $"gates/{name}"))]);
        List<DraftSite> pairs = [.. all.SelectMany(first => all.Where(second => second > first)
            .Select(second => new DraftSite([first, second], true, two.Error, two.Duration, $"gates/{twoQubitGate}")))];
        CalibrationGates.Add(draft, twoQubitGate, $"gates/{twoQubitGate}", pairs);
        draft.Gates.Add(new("rz", "gates/rz", IsVirtual: true, []));
        draft.Basis = ["gpi", "gpi2", "rz", twoQubitGate];
    }
}
