using System.CommandLine;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Noise;
using QmlBench.Devices.Yaml;
using QmlBench.Emulation.Noise;

namespace QmlBench.Cli.Arguments;

/// <summary>How a device's figures become noise.</summary>
internal sealed class NoiseArguments
{
    private readonly Option<string?> _semantics = new("--semantics")
    {
        HelpName = "name",
        Description = "How figures become channels: aer-target, aer-properties, google or iqm; default: the profile's own.",
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

    private readonly Option<string?> _with = new("--with")
    {
        HelpName = "sources",
        Description = "Sources of noise to switch on beside those of the semantics and the profile: crosstalk, coherent, spectator.",
    };

    private readonly Option<string?> _coherenceLimit = new("--coherence-limit")
    {
        HelpName = "policy",
        Description = "Where a reported error is below what T1 and T2 give: keep, rescale or report; default: the profile's own, else keep.",
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
        Description = "Temperature of the qubits with its unit, such as 50mK; default: the profile's own, else 0.",
    };

    /// <summary>Every option, in the order of help.</summary>
    public IEnumerable<Option> All => [_semantics, _without, _only, _with, _coherenceLimit, _scale, _temperature];

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
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
        var named = only is null ? NoiseSources.None : NoiseSourceNames.Only(Names(only, "--only-noise"));
        return new()
        {
            Semantics = parsed.GetValue(_semantics),
            Sources = only is not null ? named : NoiseSourceNames.Without(Names(without, "--without")),
            With = named | NoiseSourceNames.Only(Names(parsed.GetValue(_with), "--with")),
            CoherenceLimit = Policy(parsed.GetValue(_coherenceLimit)),
            TemperatureMillikelvin = Temperature(parsed.GetValue(_temperature)),
            Scale = parsed.GetValue(_scale),
        };
    }

    private static CoherenceLimitPolicy? Policy(string? word)
    {
        if (word is null)
            return null;
        var near = Suggestion.Nearest(word, CoherenceLimitWords.All) is { } meant ? $" Did you mean '{meant}'?" : string.Empty;
        return CoherenceLimitWords.Find(word)
            ?? throw new RefusedException($"--coherence-limit takes {string.Join(", ", CoherenceLimitWords.All)}, not '{word}'.{near}");
    }

    // Nothing between two commas, or nothing at all, is a slip: a script's empty variable must not switch all noise off.
    private static string[] Names(string? text, string option)
    {
        string[] names = text?.Split(',', StringSplitOptions.TrimEntries) ?? [];
        return names.Contains(string.Empty)
            ? throw new RefusedException(
                $"{option} takes names of sources joined by commas, not '{text}'; one is empty. Sources: {string.Join(", ", NoiseSourceNames.Supported)}."
                    + " For no noise at all say --noise-scale 0.")
            : names;
    }

    private static double? Temperature(string? text)
    {
        if (text is null)
            return null;
        return Quantity.Read(text, Dimension.Temperature, out var kelvin) == Quantity.Fault.None && kelvin >= 0.0
            ? kelvin * 1e3
            : throw new RefusedException($"--temperature takes a temperature of at least 0 with its unit, such as 50mK, not '{text}'.");
    }
}
