namespace QmlBench.Reporting.Sections;

/// <summary>Verdicts for readers who never saw one.</summary>
internal static class VerdictWords
{
    /// <summary>The verdicts in the order in which they are counted.</summary>
    public static IReadOnlyList<string> Order { get; } =
        ["supported", "equivalent", "refuted", "inconclusive", "invalid", "not evaluated"];

    /// <summary>A sign for the badge.</summary>
    public static string Sign(string verdict) => verdict switch
    {
        "supported" => "✓",
        "equivalent" => "≈",
        "refuted" => "✗",
        "inconclusive" => "?",
        "invalid" => "!",
        _ => "–",
    };

    /// <summary>Style class of the badge.</summary>
    public static string Style(string verdict) => Order.Contains(verdict) ? verdict.Replace(' ', '-') : "not-evaluated";

    /// <summary>What the verdict says about the statement.</summary>
    public static string Meaning(string verdict) => verdict switch
    {
        "supported" => "Yes: the data show the claimed difference, and more than the margin.",
        "equivalent" => "No difference that matters: the data show that the two are the same within the margin.",
        "refuted" => "No: the data rule out a difference as large as claimed.",
        "inconclusive" => "Not decided: these data neither show the claimed difference nor rule it out.",
        "invalid" => "No answer: the comparison itself does not hold, so its numbers must not be used.",
        _ => "Not asked in this run.",
    };
}
