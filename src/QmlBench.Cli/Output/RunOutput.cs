using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Suites.Results;
using QmlBench.Suites.Running;

namespace QmlBench.Cli.Output;

/// <summary>What <c>run</c> prints: claims with verdicts, digest, where the results are and what to do next.</summary>
internal static class RunOutput
{
    public static void Print(Terminal terminal, RunRecord run, RunOutcome outcome, string database, string page, bool json)
    {
        if (json)
            JsonOutput.Write(terminal.Out, Json(run, outcome));
        else
            PrintText(terminal, run, outcome);
        foreach (var failed in outcome.Results.Where(result => !result.Succeeded).Take(10))
            terminal.Error($"{failed.Key.Path}: {failed.Error}");
        if (outcome.Failed > 10)
            terminal.Error($"{outcome.Failed - 10} more trials failed.");
        terminal.Hint($"results: {database}");
        terminal.Hint($"report:  {page}");
        terminal.Hint($"next:    qmlbench report {run.Name} -o DIR, qmlbench show {run.Name}, qmlbench list runs");
    }

    /// <summary>The claims of a run, one line each with effect, interval and reason.</summary>
    public static void PrintClaims(TextWriter output, IEnumerable<ClaimOutcome> claims)
    {
        foreach (var claim in claims)
        {
            var mark = claim.Verdict == "not evaluated" ? " " : claim.AsExpected ? "=" : "!";
            output.WriteLine($"{mark} {claim.Verdict,-13} {claim.Name} (expected: {claim.Expected})");
            output.WriteLine($"    {claim.Statement}");
            if (!double.IsNaN(claim.Effect))
            {
                output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"    {claim.Metric}: difference {claim.Effect:+0.0000;-0.0000} [{claim.Lower:+0.0000;-0.0000}, "
                        + $"{claim.Upper:+0.0000;-0.0000}] ({claim.Interval}, {claim.Pairs} of {claim.PairsDeclared} pairs, alpha "
                        + $"{claim.Alpha:0.####}): {claim.Reason}"));
            }
            else
            {
                output.WriteLine($"    {claim.Reason}");
            }
        }
    }

    private static void PrintText(Terminal terminal, RunRecord run, RunOutcome outcome)
    {
        terminal.Out.WriteLine($"run {run.Name} of {run.Suite}: {outcome.Results.Length} trials, {outcome.Ran} ran, {outcome.Stored} "
            + $"stored, {outcome.Failed} failed");
        terminal.Out.WriteLine();
        PrintClaims(terminal.Out, run.Claims);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(run.Digest is { } digest ? $"digest {digest}" : "no digest: a trial failed");
    }

    private static JsonObject Json(RunRecord run, RunOutcome outcome) => new()
    {
        ["run"] = run.Name,
        ["digest"] = run.Digest,
        ["trials"] = new JsonObject
        {
            ["total"] = outcome.Results.Length,
            ["ran"] = outcome.Ran,
            ["stored"] = outcome.Stored,
            ["failed"] = outcome.Failed,
        },
        ["claims"] = new JsonArray([.. run.Claims.Select(Json)]),
    };

    private static JsonObject Json(ClaimOutcome claim) => new()
    {
        ["name"] = claim.Name,
        ["verdict"] = claim.Verdict,
        ["expected"] = claim.Expected,
        ["effect"] = JsonOutput.Number(claim.Effect),
        ["interval"] = double.IsNaN(claim.Lower) ? null : new JsonArray(JsonOutput.Number(claim.Lower), JsonOutput.Number(claim.Upper)),
        ["pairs"] = claim.Pairs,
        ["reason"] = claim.Reason,
    };
}
