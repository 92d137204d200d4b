using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Sections;

/// <summary>Every fallback and assumption behind the trials, each once.</summary>
internal static partial class NoticeList
{
    /// <summary>
    /// The notices in alphabetical order with the number of trials they concern. Notices that differ only in a count, "3 of 60 values …"
    /// and "7 of 60 values …", become one: "3 to 7 of 60 values …".
    /// </summary>
    public static ImmutableArray<Fact> Of(IReadOnlyList<TrialResult> trials) =>
    [
        .. trials.SelectMany((trial, index) => trial.Provenance.Notices.Distinct().Select(notice => (Notice: notice, Trial: index)))
            .GroupBy(one => Count().Replace(one.Notice, "# of $2", 1))
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Fact(
                Merged([.. group.Select(one => one.Notice).Distinct()]), Trials(group.Select(one => one.Trial).Distinct().Count()))),
    ];

    private static string Merged(ImmutableArray<string> notices)
    {
        if (notices.Length == 1)
            return notices[0];
        var counts = notices.Select(notice => long.Parse(Count().Match(notice).Groups[1].ValueSpan, CultureInfo.InvariantCulture)).ToList();
        return Count().Replace(notices[0], $"{counts.Min()} to {counts.Max()} of $2", 1);
    }

    private static string Trials(int count) => count == 1 ? "1 trial" : $"{NumberText.Of(count)} trials";

    [GeneratedRegex(@"\b([0-9]{1,18}) of ([0-9]+)\b")]
    private static partial Regex Count();
}
