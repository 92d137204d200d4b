using System.Text;
using QmlBench.Reporting.Csv;
using QmlBench.Reporting.Pages;
using QmlBench.Reporting.Sections;

namespace QmlBench.Reporting;

/// <summary>Writes the report of a run.</summary>
/// <remarks>
/// <c>index.html</c> is one file that asks for nothing else, <c>report.md</c> holds the same words and numbers, and <c>trials.csv</c>,
/// <c>predictions.csv</c> and <c>claims.csv</c> hold what they were computed from (columns: <c>results/README.md</c>). Equal input gives
/// equal bytes: no clock is read, no font is measured, and the order of trials is that of their identities.
/// </remarks>
public static class ReportWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes all files of the report, replacing those of an earlier one.</summary>
    /// <param name="input">The run, its trials in any order, the history of verdicts oldest first.</param>
    /// <param name="folder">Where to; created with its parents if need be.</param>
    /// <returns>The path of <c>index.html</c>.</returns>
    /// <exception cref="ArgumentException"><paramref name="folder"/> is empty or blank.</exception>
    /// <exception cref="IOException">The folder or a file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or a file may not be written.</exception>
    public static string Write(ReportInput input, string folder)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        var ordered = input with { Trials = [.. input.Trials.OrderBy(trial => trial.Key.IdentityHash, StringComparer.Ordinal)] };
        var view = ReportComposer.Compose(ordered);
        Directory.CreateDirectory(folder);
        TrialsCsv.Write(Path.Combine(folder, "trials.csv"), ordered.Trials);
        PredictionsCsv.Write(Path.Combine(folder, "predictions.csv"), ordered.Trials);
        ClaimsCsv.Write(Path.Combine(folder, "claims.csv"), ordered.Run.Claims);
        File.WriteAllText(Path.Combine(folder, "report.md"), MarkdownPage.Render(view), Utf8);
        var page = Path.Combine(folder, "index.html");
        File.WriteAllText(page, HtmlPage.Render(view), Utf8);
        return page;
    }
}
