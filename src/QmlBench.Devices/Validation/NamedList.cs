namespace QmlBench.Devices.Validation;

/// <summary>Names in a sentence: the first few, and how many more there are.</summary>
internal static class NamedList
{
    // Enough to find the trouble; a device with a hundred dead couplers must not fill the screen.
    private const int Most = 8;

    /// <summary>The list in words.</summary>
    public static string Of(IReadOnlyCollection<string> names) =>
        names.Count > Most ? $"{string.Join(", ", names.Take(Most))} and {names.Count - Most} more" : string.Join(", ", names);
}
