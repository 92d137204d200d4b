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
        foreach (DeviceProblem problem in problems.Where(p => p is { Oddity: null, IsNotice: false }))
            reader.Error(problem.Place, problem.Message, problem.Expected, problem.Suggestion);
        return bag.HasErrors ? null : draft.Build(KnownGates.Catalogue);
    }
}
