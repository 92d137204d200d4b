using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Csv;

/// <summary>One row per claim with all that decided.</summary>
internal static class ClaimsCsv
{
    /// <summary>Writes the file.</summary>
    public static void Write(string path, IReadOnlyList<ClaimOutcome> claims) => CsvFile.Write(
        path,
        [
            "name", "revision", "statement", "dataset", "metric", "treatment", "control", "margin", "alpha", "verdict", "expected",
            "as_expected", "reason", "pairs", "pairs_declared", "effect", "lower", "upper", "interval", "details",
        ],
        claims.Select(Row));

    private static string[] Row(ClaimOutcome claim) =>
    [
        claim.Name, claim.Revision, claim.Statement, claim.Dataset, claim.Metric, claim.Treatment, claim.Control,
        CsvFile.Number(claim.Margin), CsvFile.Number(claim.Alpha), claim.Verdict, claim.Expected, claim.AsExpected ? "1" : "0",
        claim.Reason,
        CsvFile.Number(claim.Pairs), CsvFile.Number(claim.PairsDeclared), CsvFile.Number(claim.Effect), CsvFile.Number(claim.Lower),
        CsvFile.Number(claim.Upper), claim.Interval, string.Join(" | ", claim.Details.Select(detail => $"{detail.Key}: {detail.Value}")),
    ];
}
