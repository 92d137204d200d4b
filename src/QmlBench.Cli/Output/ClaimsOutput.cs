using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Suites.Results;

namespace QmlBench.Cli.Output;

/// <summary>What <c>claims</c> prints: a block a claim, the last verdict first, with <c>--history</c> the earlier ones below.</summary>
internal static class ClaimsOutput
{
    public static int Print(Terminal terminal, IReadOnlyList<VerdictEntry> history, bool all, bool json)
    {
        var claims = history.GroupBy(entry => (entry.Suite, entry.Claim))
            .OrderBy(claim => claim.Key.Suite, StringComparer.Ordinal).ThenBy(claim => claim.Key.Claim, StringComparer.Ordinal)
            .Select(claim => claim.Reverse().ToList()).ToList();
        if (json)
            JsonOutput.Write(terminal.Out, new JsonArray([.. claims.Select(entries => Json(entries, all))]));
        else
            claims.ForEach(entries => PrintText(terminal.Out, entries, all));
        if (claims.Count == 0)
            terminal.Hint("no claim was judged yet");
        return claims.All(entries => entries[0].AsExpected()) ? ExitCode.Done : ExitCode.Differs;
    }

    private static bool AsExpected(this VerdictEntry entry) => entry.Verdict == "not evaluated" || entry.Verdict == entry.Expected;

    private static void PrintText(TextWriter output, List<VerdictEntry> entries, bool all)
    {
        output.WriteLine($"{entries[0].Suite}/{entries[0].Claim}");
        foreach (var (entry, i) in entries.Take(all ? entries.Count : 1).Select((entry, i) => (entry, i)))
        {
            var changed = i + 1 < entries.Count && entries[i + 1].Revision != entry.Revision ? ", new terms" : string.Empty;
            var interval = double.IsNaN(entry.Effect) ? string.Empty : string.Create(
                CultureInfo.InvariantCulture,
                    $", difference {entry.Effect:+0.0000;-0.0000} [{entry.Lower:+0.0000;-0.0000}, {entry.Upper:+0.0000;-0.0000}]");
            output.WriteLine($"  {(entry.AsExpected() ? '=' : '!')} {entry.Verdict,-13} since {entry.RecordedUtc} (expected: "
                + $"{entry.Expected}; run {entry.Run}, revision {entry.Revision}{changed}{interval})");
        }
    }

    private static JsonObject Json(List<VerdictEntry> entries, bool all)
    {
        var node = Json(entries[0]);
        node.Insert(0, "claim", entries[0].Claim);
        node.Insert(0, "suite", entries[0].Suite);
        if (all)
            node["history"] = new JsonArray([.. entries.Select(Json)]);
        return node;
    }

    private static JsonObject Json(VerdictEntry entry) => new()
    {
        ["verdict"] = entry.Verdict,
        ["expected"] = entry.Expected,
        ["as_expected"] = entry.AsExpected(),
        ["since"] = entry.RecordedUtc,
        ["run"] = entry.Run,
        ["revision"] = entry.Revision,
        ["effect"] = JsonOutput.Number(entry.Effect),
        ["interval"] = double.IsNaN(entry.Lower) ? null : new JsonArray(JsonOutput.Number(entry.Lower), JsonOutput.Number(entry.Upper)),
    };
}
