namespace QmlBench.Devices;

/// <summary>No profile has the name that was asked for.</summary>
public sealed class UnknownDeviceException : Exception
{
    /// <summary>Says what was asked for, what was probably meant, and what there is.</summary>
    /// <param name="reference">The name asked for.</param>
    /// <param name="suggestion">The name probably meant, or null.</param>
    /// <param name="known">The names there are.</param>
    public UnknownDeviceException(string reference, string? suggestion, IReadOnlyCollection<string> known)
        : base(Text(reference, suggestion, known))
    {
        Reference = reference;
        Suggestion = suggestion;
    }

    /// <summary>The name asked for.</summary>
    public string Reference { get; }

    /// <summary>The name probably meant, or null.</summary>
    public string? Suggestion { get; }

    private static string Text(string reference, string? suggestion, IReadOnlyCollection<string> known)
    {
        string hint = suggestion is null ? "" : $"; did you mean '{suggestion}'?";
        return $"unknown device '{reference}'; expected one of {string.Join(", ", known)}{hint}";
    }
}
