using System.Collections.Immutable;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Templates;

namespace QmlBench.Devices.References;

/// <summary>Reads <c>template:KIND:name=value,…</c>.</summary>
internal static class TemplateReference
{
    /// <summary>The device of a kind of template with some values.</summary>
    public static MadeReference? Of(string kind, ImmutableArray<KeyValuePair<string, string>> options, out string? problem)
    {
        if (DeviceTemplate.Find(kind) is not { } template)
        {
            string[] names = [.. DeviceTemplate.All.Select(t => t.Name)];
            string hint = Suggestion.Nearest(kind, names) is { } nearest ? $"; did you mean '{nearest}'?" : "";
            problem = $"there is no template '{kind}'; expected one of {string.Join(", ", names)}{hint}";
            return null;
        }
        if (template.Read(options, out problem) is not { } values)
            return null;
        string canonical = $"template:{kind}:{values.Text()}";
        return new(canonical, () => values.Device(MadeReference.NameOf(canonical)));
    }
}
