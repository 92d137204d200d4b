using System.CommandLine;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation.Noise;

namespace QmlBench.Cli.Arguments;

/// <summary>How a device's figures become noise.</summary>
internal sealed class NoiseArguments
{
    private readonly Option<string?> _semantics = new("--semantics")
    {
        HelpName = "name",
        Description = "How figures become channels: aer-target, aer-properties or iqm; default: the profile's own.",
    };

    private readonly Option<string?> _without = new("--without")
    {
        HelpName = "sources",
        Description = $"Sources of noise to switch off, joined by commas: {string.Join(", ", NoiseSourceNames.Supported)}.",
    };

    private readonly Option<string?> _only = new("--only-noise")
    {
        HelpName = "sources",
        Description = "Sources of noise to leave on; all others are off.",
    };

    private readonly Option<double> _scale = new("--noise-scale")
    {
        HelpName = "factor",
        Description = "Amplifies all noise exactly: 2 is twice the noise, 0 none.",
        DefaultValueFactory = _ => 1.0,
    };

    private readonly Option<string?> _temperature = new("--temperature")
    {
        HelpName = "quantity",
        Description = "Temperature of the qubits with its unit, such as 50mK; default: 0.",
    };

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { _semantics, _without, _only, _scale, _temperature })
            command.Add(option);
    }

    /// <summary>The options as given.</summary>
    /// <exception cref="RefusedException">They contradict each other, or the temperature is no quantity.</exception>
    public NoiseOptions Options(ParseResult parsed)
    {
        var without = parsed.GetValue(_without);
        var only = parsed.GetValue(_only);
        if (without is not null && only is not null)
            throw new RefusedException("--without and --only-noise exclude each other; give one.");
        return new()
        {
            Semantics = parsed.GetValue(_semantics),
            Sources = without is not null ? NoiseSourceNames.Without(Names(without))
                : only is not null ? NoiseSourceNames.Only(Names(only)) : NoiseSources.All,
            TemperatureMillikelvin = Temperature(parsed.GetValue(_temperature)),
            Scale = parsed.GetValue(_scale),
        };
    }

    private static string[] Names(string text) => text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static double Temperature(string? text)
    {
        if (text is null)
            return 0.0;
        return Quantity.Read(text, Dimension.Temperature, out var kelvin) == Quantity.Fault.None && kelvin >= 0.0
            ? kelvin * 1e3
            : throw new RefusedException($"--temperature takes a temperature of at least 0 with its unit, such as 50mK, not '{text}'.");
    }
}
