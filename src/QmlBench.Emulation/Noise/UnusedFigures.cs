using QmlBench.Devices;
using QmlBench.Devices.Noise;

namespace QmlBench.Emulation.Noise;

/// <summary>Noise that a profile describes and nothing switches on, or switches on and does not describe.</summary>
/// <param name="Key">The key of the profile it stands under.</param>
/// <param name="Text">What is there, why it changes nothing, and how it would.</param>
public sealed record UnusedFigures(string Key, string Text)
{
    /// <summary>What a profile has of it, taken with its own semantics and sources.</summary>
    public static IEnumerable<UnusedFigures> Of(Device device)
    {
        ArgumentNullException.ThrowIfNull(device);
        var figures = device.Noise;
        var brought = SemanticRules.Of(device.Semantics).Sources | NoiseSourceNames.Only(figures.With);
        return Silent(figures, brought).Concat(Empty(figures)).Concat(WithoutEffect(device));
    }

    private static IEnumerable<UnusedFigures> Silent(NoiseFigures figures, NoiseSources brought)
    {
        if (figures.Crosstalk is { StaticZz.IsEmpty: false } crosstalk && !brought.HasFlag(NoiseSources.Crosstalk))
        {
            yield return Off("crosstalk", $"static ZZ of {crosstalk.StaticZz.Count} pair(s)");
        }

        if (!figures.Coherent.IsEmpty && !brought.HasFlag(NoiseSources.Coherent))
        {
            yield return Off("coherent", $"coherent errors of {string.Join(", ", figures.Coherent.Select(entry => entry.Gate))}");
        }

        if (!figures.Spectators.IsEmpty && !brought.HasFlag(NoiseSources.Spectator))
        {
            yield return Off("spectator", $"errors of neighbours of {string.Join(", ", figures.Spectators.Select(entry => entry.Gate))}");
        }
    }

    private static UnusedFigures Off(string source, string what) => new(
        source, $"{what}: given, and not used unless the source '{source}' is switched on (with: [{source}] in the profile, --with {source})");

    /// <summary>What options ask for that a profile has no figures for.</summary>
    /// <param name="device">The device.</param>
    /// <param name="options">The options.</param>
    public static IEnumerable<UnusedFigures> Asked(Device device, NoiseOptions options)
    {
        ArgumentNullException.ThrowIfNull(device);
        ArgumentNullException.ThrowIfNull(options);
        if (device.IsIdeal)
        {
            yield break;
        }

        foreach (var name in NoiseSourceNames.Of(options.With & options.Sources).Where(name => IsEmpty(device.Noise, name)))
        {
            yield return new("with", $"the source '{name}' is asked for, and the profile says nothing about it: it changes nothing");
        }

        if (options.TemperatureMillikelvin > 0 && device.Qubits.All(qubit => qubit.Frequency is null))
        {
            yield return new("temperature", "a temperature is asked for and no frequency of a qubit is given: the population stays 0");
        }
    }

    private static IEnumerable<UnusedFigures> Empty(NoiseFigures figures) => figures.With
        .Where(name => IsEmpty(figures, name))
        .Select(name => new UnusedFigures("with", $"the source '{name}' is switched on, and the profile says nothing about it"));

    private static bool IsEmpty(NoiseFigures figures, string name) => NoiseSourceNames.Parse(name) switch
    {
        NoiseSources.Crosstalk => figures.Crosstalk?.StaticZz.All(pair => pair.Rate == 0) ?? true,
        NoiseSources.Coherent => figures.Coherent.IsEmpty,
        NoiseSources.Spectator => figures.Spectators.IsEmpty,
        NoiseSources.Custom => figures.Explicit is null,
        _ => false,
    };

    private static IEnumerable<UnusedFigures> WithoutEffect(Device device)
    {
        var isWarm = device.Noise.Temperature is > 0 || device.Qubits.Any(qubit => qubit.Temperature is > 0);
        if (isWarm && device.Qubits.All(qubit => qubit.Frequency is null))
        {
            yield return new(
                device.Noise.Temperature is null ? "qubits" : "temperature",
                "a temperature is given and no frequency of a qubit: the population that relaxation leads to stays 0");
        }

        if (device.Noise.Crosstalk is { StaticZz.IsEmpty: true, Echoed.IsEmpty: false })
        {
            yield return new("crosstalk", "echoed gates are named and no static ZZ is given that they could cancel");
        }
    }
}
