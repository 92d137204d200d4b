using System.Text.RegularExpressions;
using QmlBench.Circuits.Source;

namespace QmlBench.Devices.Validation;

/// <summary>Every rule a device profile must obey, applied to a draft. Positions and files are somebody else's business.</summary>
internal sealed partial class DeviceCheck
{
    private readonly DeviceDraft draft;
    private readonly List<DeviceProblem> problems = [];

    private DeviceCheck(DeviceDraft draft) => this.draft = draft;

    /// <summary>All problems of a draft; those with an oddity are problems only if the draft does not accept it.</summary>
    public static List<DeviceProblem> Of(DeviceDraft draft, KnownGates known)
    {
        var check = new DeviceCheck(draft);
        check.Header();
        check.Source();
        new QubitCheck(draft, check.problems).Run();
        new GateCheck(draft, known, check.problems).Run();
        check.Basis();
        new NoiseCheck(draft, known, check.problems).Run();
        return check.problems;
    }

    private void Header()
    {
        Required("name", draft.Name);
        Required("vendor", draft.Vendor);
        Required("technology", draft.Technology);
        Required("semantics", draft.Semantics);
        Identifier("name", draft.Name);
        if (draft.Machine != draft.Name)
            Identifier("machine", draft.Machine);
        if (draft.Semantics is { } semantics && !NoiseSemantics.All.Contains(semantics))
            Add("semantics", $"unknown semantics '{semantics}'", $"one of {string.Join(", ", NoiseSemantics.All)}", Suggestion.Nearest(semantics, NoiseSemantics.All));
        if (draft.Dt is <= 0)
            Add("dt", "the sample time dt is not positive", "a time above 0");
        if (draft.NoiseScale < 0)
            Add("noise_scale", "the noise scale is negative", "a number of at least 0; 1 is as reported");
        if (draft.Kind == DeviceKind.Calibration && draft.Snapshot is null)
            Add("snapshot", "a calibration has no date", "the key 'snapshot', or 'kind: specification' or 'kind: template'");
    }

    private void Source()
    {
        DeviceSource source = draft.Source;
        if (source.Text is null && source.Repository is null && source.Address is null)
            Add("source", "the figures have no source", "a source with 'text', 'repository' or 'address'");
        if (source.MeasuredFrom > source.MeasuredTo)
            Add("source/measured", "the earliest value is later than the latest", "two dates in order");
    }

    private void Basis()
    {
        if (draft.Basis is null)
            return;
        string[] names = [.. draft.Gates.Select(g => g.Name)];
        foreach (string name in draft.Basis.Where(n => !names.Contains(n)))
            Add($"basis/{name}", $"the basis names '{name}', which is not among the gates", $"one of {string.Join(", ", names)}", Suggestion.Nearest(name, names));
        if (draft.Basis.Count == 0)
            Add("basis", "the basis is empty", "the names of the gates a compiler may use");
    }

    private void Required(string key, string? value)
    {
        if (string.IsNullOrWhiteSpace(value))
            Add(key, $"the device has no '{key}'", $"the key '{key}'");
    }

    private void Identifier(string key, string? value)
    {
        if (string.IsNullOrEmpty(value))
            return;
        if (!IdentifierPattern().IsMatch(value))
            Add(key, $"'{value}' cannot be a device's {key}", "letters, digits, '_', '-', '.', '+', beginning with a letter or digit");
        if (value == Device.IdealName && draft.Kind != DeviceKind.Ideal)
            Add(key, $"the {key} '{value}' belongs to the built-in device", "another name");
    }

    private void Add(string place, string message, string? expected = null, string? suggestion = null) =>
        problems.Add(new(place, message, expected, suggestion));

    [GeneratedRegex(@"^[A-Za-z0-9][A-Za-z0-9_.+-]*\z")]
    private static partial Regex IdentifierPattern();
}
