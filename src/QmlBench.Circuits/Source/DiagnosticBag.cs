using System.Collections.Immutable;

namespace QmlBench.Circuits.Source;

/// <summary>Collects everything there is to say about inputs, so that all problems are reported at once.</summary>
/// <remarks>Not thread-safe. What was added never leaves the bag.</remarks>
public sealed class DiagnosticBag
{
    private readonly List<Diagnostic> items = [];

    /// <summary>Number of diagnostics of any severity.</summary>
    public int Count => items.Count;

    /// <summary>Whether the input cannot be used.</summary>
    public bool HasErrors => items.Exists(d => d.Severity == Severity.Error);

    /// <summary>All diagnostics by file (ordinal), position, and for equal positions in order of arrival.</summary>
    public ImmutableArray<Diagnostic> Sorted =>
        [.. items.OrderBy(d => d.File, StringComparer.Ordinal).ThenBy(d => d.Position)];

    /// <summary>The errors alone, sorted as in <see cref="Sorted"/>.</summary>
    public ImmutableArray<Diagnostic> Errors => [.. Sorted.Where(d => d.Severity == Severity.Error)];

    /// <summary>Adds a diagnostic.</summary>
    /// <param name="diagnostic">What to add.</param>
    public void Add(Diagnostic diagnostic)
    {
        ArgumentNullException.ThrowIfNull(diagnostic);
        items.Add(diagnostic);
    }

    /// <summary>Adds all diagnostics of another bag.</summary>
    /// <param name="other">The other bag; it keeps its content.</param>
    public void Add(DiagnosticBag other)
    {
        ArgumentNullException.ThrowIfNull(other);
        items.AddRange([.. other.items]);
    }

    /// <summary>Adds an error.</summary>
    /// <param name="source">The text it is about.</param>
    /// <param name="span">Where.</param>
    /// <param name="message">What is wrong.</param>
    /// <param name="expected">What would have been right, or null.</param>
    /// <param name="suggestion">What was probably meant, or null.</param>
    public void Error(SourceText source, SourceSpan span, string message, string? expected = null, string? suggestion = null) =>
        Add(new Diagnostic(Severity.Error, source.FileName, span, message, expected, suggestion));

    /// <summary>Adds a warning.</summary>
    /// <param name="source">The text it is about.</param>
    /// <param name="span">Where.</param>
    /// <param name="message">What looks wrong.</param>
    /// <param name="expected">What would have been right, or null.</param>
    /// <param name="suggestion">What was probably meant, or null.</param>
    public void Warning(SourceText source, SourceSpan span, string message, string? expected = null, string? suggestion = null) =>
        Add(new Diagnostic(Severity.Warning, source.FileName, span, message, expected, suggestion));

    /// <summary>Adds a notice.</summary>
    /// <param name="source">The text it is about.</param>
    /// <param name="span">Where.</param>
    /// <param name="message">What was assumed.</param>
    public void Notice(SourceText source, SourceSpan span, string message) =>
        Add(new Diagnostic(Severity.Notice, source.FileName, span, message));

    /// <summary>Throws if the input cannot be used.</summary>
    /// <exception cref="SourceException">There is at least one error; it carries all diagnostics.</exception>
    public void ThrowIfErrors()
    {
        if (HasErrors)
            throw new SourceException(Sorted);
    }
}
