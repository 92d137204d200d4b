using System.Text;

namespace QmlBench.Circuits.Source;

/// <summary>One thing to tell about an input: where, what is wrong, what was expected, what may have been meant.</summary>
/// <remarks>Printed by <see cref="ToString"/> as <c>file:line:col: what is wrong; expected …; did you mean 'x'?</c>
/// Warnings and notices say so after the position.</remarks>
/// <param name="Severity">How much it matters.</param>
/// <param name="File">Name of the file.</param>
/// <param name="Span">Where in the file.</param>
/// <param name="Message">What is wrong, without a final full stop.</param>
/// <param name="Expected">What would have been right, or null.</param>
/// <param name="Suggestion">The one word that was probably meant, or null.</param>
public sealed record Diagnostic(
    Severity Severity, string File, SourceSpan Span, string Message, string? Expected = null, string? Suggestion = null)
{
    /// <summary>First character of the place.</summary>
    public SourcePosition Position => Span.Start;

    /// <summary>The message on one line.</summary>
    /// <returns><c>file:line:col: what is wrong; expected …; did you mean 'x'?</c></returns>
    public override string ToString()
    {
        var line = new StringBuilder();
        line.Append(File).Append(':').Append(Position).Append(": ");
        if (Severity != Severity.Error)
            line.Append(Severity == Severity.Warning ? "warning: " : "notice: ");
        line.Append(Message);
        if (Expected is not null)
            line.Append("; expected ").Append(Expected);
        if (Suggestion is not null)
            line.Append("; did you mean '").Append(Suggestion).Append("'?");
        return line.ToString();
    }

    /// <summary>The offending line and below it a line of carets under the span.</summary>
    /// <param name="source">The text the diagnostic is about.</param>
    /// <returns>Two lines joined by LF, each indented by four spaces. Tabs are kept so that the carets line up.</returns>
    public string Excerpt(SourceText source)
    {
        string line = source.Line(Position.Line);
        int before = Math.Clamp(Position.Column - 1, 0, line.Length);
        int width = Math.Clamp(Span.CaretWidth, 1, Math.Max(1, line.Length - before));
        var pad = new StringBuilder();
        foreach (char c in line.AsSpan(0, before))
            pad.Append(c == '\t' ? '\t' : ' ');
        return $"    {line}\n    {pad}{new string('^', width)}";
    }
}
