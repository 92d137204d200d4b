using System.Collections.Immutable;

namespace QmlBench.Circuits.Source;

/// <summary>An input file cannot be used. Carries every diagnostic that was found, not only the first.</summary>
public sealed class SourceException : Exception
{
    /// <summary>Wraps the diagnostics of a read that failed.</summary>
    /// <param name="diagnostics">All of them, sorted; at least one is an error.</param>
    /// <exception cref="ArgumentException">No diagnostic is an error.</exception>
    public SourceException(ImmutableArray<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics.Select(d => d.ToString())))
    {
        if (!diagnostics.Any(d => d.Severity == Severity.Error))
            throw new ArgumentException("A source exception needs at least one error among its diagnostics.", nameof(diagnostics));
        Diagnostics = diagnostics;
    }

    /// <summary>Wraps a single diagnostic.</summary>
    /// <param name="diagnostic">The error.</param>
    /// <exception cref="ArgumentException">The diagnostic is not an error.</exception>
    public SourceException(Diagnostic diagnostic)
        : this([diagnostic])
    {
    }

    /// <summary>Everything that was found, sorted by file and position.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }
}
