using System.Globalization;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration;

/// <summary>What is strange in calibration data but no error in a profile: one sentence each, for whoever imports them.</summary>
internal static class ImportNotices
{
    // Devices are calibrated daily; what is a week older than the rest was not measured with it.
    private const int DaysOfOneCalibration = 7;

    /// <summary>The sentences of a draft, in a fixed order.</summary>
    public static IEnumerable<string> Of(DeviceDraft draft) =>
        ((string?[])[Stale(draft), ZeroReadout(draft), ZeroErrors(draft), ZeroCrosstalk(draft), OneDirection(draft)]).OfType<string>();

    private static string? Stale(DeviceDraft draft)
    {
        if (draft.Source is not { MeasuredFrom: { } from, MeasuredTo: { } to } || (to - from).TotalDays <= DaysOfOneCalibration)
            return null;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"its values were measured over {(to - from).TotalDays:0} days ({from:yyyy-MM-dd} to {to:yyyy-MM-dd}); taken as of one time");
    }

    private static string? ZeroReadout(DeviceDraft draft)
    {
        string[] zero = [.. draft.Qubits.Where(q => q.Value.Readout is { P1Given0: 0 } or { P0Given1: 0 } or { Error: 0 }).Select(q => Text(q.Key))];
        return zero.Length == 0 ? null : $"a readout probability is exactly 0 on {zero.Length} qubit(s) ({NamedList.Of(zero)}); taken as measured";
    }

    private static string? ZeroErrors(DeviceDraft draft)
    {
        string[] zero = [.. draft.Gates.Where(g => !g.IsVirtual).SelectMany(g => g.Sites.Where(s => s is { Error: 0, Duration: not 0 }).Select(s => $"{g.Name} {s}"))];
        return zero.Length == 0 ? null : $"a gate error is exactly 0 on {zero.Length} site(s) ({NamedList.Of(zero)}); taken as measured";
    }

    private static string? ZeroCrosstalk(DeviceDraft draft) =>
        draft.Noise.Crosstalk is { } crosstalk && crosstalk.StaticZz.All(r => r.Rate == 0)
            ? "static ZZ is 0 on every coupler, so it was hardly measured; the source 'crosstalk' changes nothing" : null;

    private static string? OneDirection(DeviceDraft draft)
    {
        string[] directed = [.. draft.Gates.Where(g => !g.IsVirtual && IsDirected(g)).Select(g => g.Name)];
        return directed.Length == 0 ? null : $"{string.Join(", ", directed)}: native in one direction of a coupler; compilers turn the other round";
    }

    private static bool IsDirected(DraftGate gate)
    {
        var pairs = gate.Sites.Where(s => s.Qubits.Length == 2).Select(s => (s.Qubits[0], s.Qubits[1])).ToHashSet();
        return gate.Sites.Exists(s => s is { BothOrders: false, Qubits.Length: 2 } && !pairs.Contains((s.Qubits[1], s.Qubits[0])));
    }

    private static string Text(int qubit) => qubit.ToString(CultureInfo.InvariantCulture);
}
