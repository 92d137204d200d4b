using QmlBench.Circuits.Source;
using QmlBench.Devices.Validation;

namespace QmlBench.Devices.Calibration;

/// <summary>The end of every import: the draft is checked, its oddities are declared and told, and the device is made.</summary>
internal static class CheckedDevice
{
    /// <summary>The device of a draft, or null if the bag has errors by then.</summary>
    public static Device? Of(DeviceDraft draft, JsonReader reader, SourceText source, DiagnosticBag bag)
    {
        List<DeviceProblem> problems = DeviceCheck.Of(draft, KnownGates.Catalogue);
        foreach ((Oddity oddity, string text) in OddityNotices.Of(problems))
        {
            draft.Accepted.Add(oddity);
            bag.Notice(source, SourceSpan.Beginning, text);
        }
        foreach (string text in ImportNotices.Of(draft))
            bag.Notice(source, SourceSpan.Beginning, text);
        if (!HasFigures(draft))
            reader.Error("", "no error of a gate or a readout and no T1 is in this file", "at least one; a file without any describes no device");
        foreach (DeviceProblem problem in problems.Where(p => p is { Oddity: null, IsNotice: false }))
            reader.Error(problem.Place, problem.Message, problem.Expected, problem.Suggestion);
        return bag.HasErrors ? null : draft.Build(KnownGates.Catalogue);
    }

    // Keys that are spelt otherwise than the format has them leave nothing, and nothing must not pass for a device without errors.
    private static bool HasFigures(DeviceDraft draft) =>
        draft.Qubits.Values.Any(q => q.T1 is not null || q.Readout is { Error: not null } or { P1Given0: not null } or { P0Given1: not null })
        || draft.Gates.Exists(g => !g.IsVirtual && g.Sites.Exists(s => s.Error is not null));
}
