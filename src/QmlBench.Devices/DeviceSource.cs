namespace QmlBench.Devices;

/// <summary>Where the figures of a profile are from.</summary>
/// <remarks>Everything is optional here; a profile file must state at least a repository, an address or a text.</remarks>
public sealed record DeviceSource
{
    /// <summary>A sentence, for figures that come from a paper or from the author.</summary>
    public string? Text { get; init; }

    /// <summary>Address of the public repository that holds the files.</summary>
    public string? Repository { get; init; }

    /// <summary>Commit of that repository.</summary>
    public string? Commit { get; init; }

    /// <summary>Paths of the files inside the repository.</summary>
    public ValueList<string> Files { get; init; }

    /// <summary>Address of a published page.</summary>
    public string? Address { get; init; }

    /// <summary>Date of the earliest single value; null if not known.</summary>
    public DateTimeOffset? MeasuredFrom { get; init; }

    /// <summary>Date of the latest single value; null if not known.</summary>
    public DateTimeOffset? MeasuredTo { get; init; }
}
