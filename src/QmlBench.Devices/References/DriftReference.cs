using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Drift;
using QmlBench.Devices.History;

namespace QmlBench.Devices.References;

/// <summary>Reads <c>drift:DEVICE:days=N,seed=S</c>.</summary>
internal static class DriftReference
{
    private const double MostDays = 3650;
    private static readonly string[] Names = ["days", "seed"];

    /// <summary>The device of some days after a snapshot.</summary>
    public static MadeReference? Of(string reference, ImmutableArray<KeyValuePair<string, string>> options, DeviceLibrary library, out string? problem)
    {
        var given = options.ToDictionary(StringComparer.Ordinal);
        string? dayProblem = Days(given, out double days), seedProblem = Seed(given, out ulong seed);
        problem = Unknown(given) ?? dayProblem ?? seedProblem;
        string? canonical = library.Canonical(reference);
        if (problem is null && canonical is null or Device.IdealName)
            problem = Missing(reference, library);
        if (problem is not null)
            return null;
        string full = string.Create(CultureInfo.InvariantCulture, $"drift:{canonical}:days={days:R},seed={seed}");
        return new(full, () => Make(library, canonical!, days, seed, MadeReference.NameOf(full)));
    }

    private static Device Make(DeviceLibrary library, string device, double days, ulong seed, string name)
    {
        Device last = library.Load(device, 1);
        ImmutableArray<string> names = library.SnapshotsOf(last.Machine);
        DeviceHistory? history = last.Snapshot is { } time && names.Contains(last.Name) ? library.HistoryOf(names).Until(time) : null;
        return DriftedDevice.Make(library.Drift, history ?? new([last]), days, seed, name);
    }

    private static string? Unknown(Dictionary<string, string> given)
    {
        if (given.Keys.Order(StringComparer.Ordinal).FirstOrDefault(name => !Names.Contains(name)) is not { } odd)
            return null;
        string hint = Suggestion.Nearest(odd, Names) is { } nearest ? $"; did you mean '{nearest}'?" : "";
        return $"drift has no parameter '{odd}'; it takes days and seed{hint}";
    }

    private static string? Days(Dictionary<string, string> given, out double days)
    {
        days = 0;
        if (!given.TryGetValue("days", out string? text))
            return "drift needs days, such as days=7";
        bool isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out days);
        return isNumber && days is >= 0 and <= MostDays ? null : $"days={text}: days is a number from 0 to {MostDays}";
    }

    private static string? Seed(Dictionary<string, string> given, out ulong seed)
    {
        seed = 0;
        return !given.TryGetValue("seed", out string? text) || ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out seed)
            ? null
            : $"seed={text}: seed is a whole number of at least 0";
    }

    private static string Missing(string reference, DeviceLibrary library)
    {
        if (reference == Device.IdealName)
            return "the ideal device has no figures that could drift; name a profile or a template";
        string hint = library.SuggestionFor(reference) is { } nearest ? $"; did you mean '{nearest}'?" : "";
        return library.Complaint(reference) ?? $"there is no device '{reference}'{hint}";
    }
}
