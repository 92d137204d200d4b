using System.Collections.Immutable;

namespace QmlBench.Devices.References;

/// <summary>A reference to a device that is made and not read: <c>SCHEME:OF[:name=value,…]</c>, with the scheme <c>template</c> (OF is its
/// kind) or <c>drift</c> (OF is the device that drifts, itself any reference).</summary>
/// <param name="Canonical">The reference with names in full and values in order: equal references of equal devices are equal.</param>
/// <param name="Make">Makes the device.</param>
internal sealed record MadeReference(string Canonical, Func<Device> Make)
{
    private const string Template = "template:";
    private const string Drift = "drift:";

    /// <summary>Whether a reference has this form; it may still be wrong.</summary>
    public static bool IsMade(string reference) =>
        reference.StartsWith(Template, StringComparison.Ordinal) || reference.StartsWith(Drift, StringComparison.Ordinal);

    /// <summary>Reads a reference of this form.</summary>
    public static MadeReference? Parse(string reference, DeviceLibrary library, out string? problem)
    {
        string rest = reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];
        int colon = rest.LastIndexOf(':');
        bool hasOptions = colon >= 0 && rest[(colon + 1)..].Contains('=', StringComparison.Ordinal);
        string of = hasOptions ? rest[..colon] : rest;
        if (Options(hasOptions ? rest[(colon + 1)..] : "", reference, out problem) is not { } options)
            return null;
        MadeReference? made = reference.StartsWith(Template, StringComparison.Ordinal)
            ? TemplateReference.Of(of, options, out problem)
            : DriftReference.Of(of, options, library, out problem);
        problem = made is null ? $"{reference}: {problem}{(problem!.EndsWith('?') || problem.EndsWith('.') ? "" : ".")}" : null;
        return made;
    }

    /// <summary>A reference as the name of a device: letters, digits and <c>_-.+</c> only.</summary>
    public static string NameOf(string canonical) =>
        canonical.Replace(':', '_').Replace(',', '_').Replace('=', '-').Replace("µ", "u", StringComparison.Ordinal);

    private static ImmutableArray<KeyValuePair<string, string>>? Options(string text, string reference, out string? problem)
    {
        problem = null;
        if (text.Length == 0)
            return [];
        string[][] pairs = [.. text.Split(',').Select(part => part.Split('=', 2))];
        if (pairs.FirstOrDefault(pair => pair.Length != 2 || pair[0].Length == 0) is { } odd)
            problem = $"{reference}: '{string.Join('=', odd)}' is no parameter; write name=value, several joined by commas.";
        else if (pairs.CountBy(pair => pair[0]).FirstOrDefault(c => c.Value > 1).Key is { } twice)
            problem = $"{reference}: '{twice}' is given twice; give each parameter once.";
        return problem is null ? [.. pairs.Select(pair => KeyValuePair.Create(pair[0], pair[1]))] : null;
    }
}
