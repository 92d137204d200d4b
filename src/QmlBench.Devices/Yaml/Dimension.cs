using System.Collections.Immutable;

namespace QmlBench.Devices.Yaml;

/// <summary>What a quantity measures, with the units it may be written in.</summary>
public sealed class Dimension
{
    private Dimension(string name, params ImmutableArray<Unit> units)
    {
        Name = name;
        Units = units;
    }

    /// <summary>Times of physics, in seconds: ps, ns, us (or µs), ms, s.</summary>
    public static Dimension Time { get; } = new(
        "a time", new("ps", -12), new("ns", -9), new("us", -6), new("µs", -6, IsPreferred: false), new("μs", -6, IsPreferred: false), new("ms", -3), new("s", 0));

    /// <summary>Times people wait, in seconds: ms, s, min, h, d.</summary>
    public static Dimension WallTime { get; } = new(
        "a time", new("ms", -3), new("s", 0), new("min", 0, 60, false), new("h", 0, 3600, false), new("d", 0, 86400, false));

    /// <summary>Frequencies in hertz: Hz, kHz, MHz, GHz.</summary>
    public static Dimension Frequency { get; } = new(
        "a frequency", new("Hz", 0), new("kHz", 3), new("MHz", 6), new("GHz", 9));

    /// <summary>Temperatures in kelvin: uK, mK, K.</summary>
    public static Dimension Temperature { get; } = new("a temperature", new("uK", -6), new("mK", -3), new("K", 0));

    /// <summary>Angles in radians: urad, mrad, rad.</summary>
    public static Dimension Angle { get; } = new("an angle", new("urad", -6), new("mrad", -3), new("rad", 0));

    /// <summary>Sizes of memory in bytes: B, kB, MB, GB (thousands) and KiB, MiB, GiB (1024s).</summary>
    public static Dimension Memory { get; } = new(
        "a size", new("B", 0), new("kB", 3), new("MB", 6), new("GB", 9), new("KiB", 0, 1L << 10, false), new("MiB", 0, 1L << 20, false), new("GiB", 0, 1L << 30, false));

    /// <summary>Name for messages, with its article: <c>a time</c>.</summary>
    public string Name { get; }

    /// <summary>The units, small to large.</summary>
    public ImmutableArray<Unit> Units { get; }

    /// <summary>The symbols for messages: <c>ps, ns, us, ms, s</c>.</summary>
    public string Symbols => string.Join(", ", Units.Select(u => u.Symbol).Where(s => s is not ("µs" or "μs")));

    /// <summary>The unit of a symbol.</summary>
    /// <param name="symbol">The symbol, exactly as written.</param>
    /// <returns>The unit, or null if the dimension does not have it.</returns>
    public Unit? Find(string symbol) => Units.FirstOrDefault(u => u.Symbol == symbol);
}
