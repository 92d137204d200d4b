using System.Collections.Immutable;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Noise;

/// <summary>Names of the noise sources, as written on the command line and in files.</summary>
public static class NoiseSourceNames
{
    /// <summary>Names of the sources, in the order of documentation.</summary>
    public static ImmutableArray<string> Supported => NoiseSourceWords.All;

    /// <summary>All sources but the named ones (<c>--without</c>).</summary>
    /// <exception cref="ExecutionRefusedException">A name is unknown.</exception>
    public static NoiseSources Without(IEnumerable<string> names) => NoiseSources.All & ~Only(names);

    /// <summary>The named sources alone (<c>--only-noise</c>).</summary>
    /// <exception cref="ExecutionRefusedException">A name is unknown.</exception>
    public static NoiseSources Only(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Aggregate(NoiseSources.None, (sources, name) => sources | Parse(name));
    }

    /// <summary>The source of a name.</summary>
    /// <exception cref="ExecutionRefusedException">The name is unknown.</exception>
    public static NoiseSources Parse(string name) => Supported.IndexOf(name) is >= 0 and var index
        ? (NoiseSources)(1 << index)
        : throw new ExecutionRefusedException(
            $"'{name}' is not a noise source. Sources are {string.Join(", ", Supported)}."
                + (Suggestion.Nearest(name, Supported) is { } near ? $" Did you mean '{near}'?" : string.Empty));

    /// <summary>Names of the sources in a set, in the order of documentation.</summary>
    public static ImmutableArray<string> Of(NoiseSources sources) =>
        [.. Supported.Where(name => sources.HasFlag(Parse(name)))];
}
