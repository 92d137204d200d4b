using System.Collections.Immutable;
using QmlBench.Circuits.Source;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Noise;

/// <summary>Names of the noise sources, as written on the command line and in files.</summary>
public static class NoiseSourceNames
{
    private static readonly ImmutableArray<(string Name, NoiseSources Source)> Known =
    [
        ("gate", NoiseSources.Gate),
        ("relaxation", NoiseSources.Relaxation),
        ("idle", NoiseSources.Idle),
        ("readout", NoiseSources.Readout),
        ("population", NoiseSources.Population),
    ];

    /// <summary>Sources that profiles may name and that this version refuses by name.</summary>
    public static ImmutableArray<string> NotYetSupported { get; } = ["coherent", "crosstalk", "spectator", "custom"];

    /// <summary>Names of the supported sources, in the order of documentation.</summary>
    public static ImmutableArray<string> Supported { get; } = [.. Known.Select(entry => entry.Name)];

    /// <summary>All supported sources but the named ones (<c>--without</c>).</summary>
    /// <exception cref="ExecutionRefusedException">A name is unknown or not yet supported.</exception>
    public static NoiseSources Without(IEnumerable<string> names) => NoiseSources.All & ~Only(names);

    /// <summary>The named sources alone (<c>--only-noise</c>).</summary>
    /// <exception cref="ExecutionRefusedException">A name is unknown or not yet supported.</exception>
    public static NoiseSources Only(IEnumerable<string> names)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Aggregate(NoiseSources.None, (sources, name) => sources | Parse(name));
    }

    /// <summary>The source of a name.</summary>
    /// <exception cref="ExecutionRefusedException">The name is unknown or not yet supported.</exception>
    public static NoiseSources Parse(string name)
    {
        foreach (var (known, source) in Known)
        {
            if (known == name)
            {
                return source;
            }
        }

        throw new ExecutionRefusedException(NotYetSupported.Contains(name)
            ? $"The noise source '{name}' is not yet supported. Supported are {string.Join(", ", Supported)}."
            : $"'{name}' is not a noise source. Sources are {string.Join(", ", Supported)}."
                + (Suggestion.Nearest(name, Supported) is { } near ? $" Did you mean '{near}'?" : string.Empty));
    }

    /// <summary>Names of the sources in a set, in the order of documentation.</summary>
    public static ImmutableArray<string> Of(NoiseSources sources) =>
        [.. Known.Where(entry => sources.HasFlag(entry.Source)).Select(entry => entry.Name)];
}
