using System.Text.Json.Nodes;
using QmlBench.Cli.Composition;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;

namespace QmlBench.Cli.Output;

/// <summary>What <c>run --dry-run</c> prints: every case with its trials that are new, stored and stale.</summary>
internal static class PlanOutput
{
    public static int Print(Terminal terminal, Plan plan, string database, bool json)
    {
        using var store = File.Exists(database) ? Workspace.Open(database) : null;
        var rows = plan.Cases.Select(one => Row(plan, one, store)).ToList();
        if (json)
        {
            JsonOutput.Write(terminal.Out, new JsonObject
            {
                ["suite"] = plan.Suite.Name,
                ["run"] = plan.RunName,
                ["cases"] = new JsonArray([.. rows.Select(row => new JsonObject
                {
                    ["case"] = row.Path, ["trials"] = row.Trials, ["new"] = row.New, ["stored"] = row.Stored, ["stale"] = row.Stale,
                })]),
            });
            return ExitCode.Done;
        }

        var width = Math.Max(4, rows.Max(row => row.Path.Length));
        terminal.Out.WriteLine($"{"case".PadRight(width)}  trials   new  stored  stale");
        foreach (var row in rows)
            terminal.Out.WriteLine($"{row.Path.PadRight(width)}  {row.Trials,6}  {row.New,4}  {row.Stored,6}  {row.Stale,5}");
        terminal.Out.WriteLine(
            $"{"all".PadRight(width)}  {rows.Sum(row => row.Trials),6}  {rows.Sum(row => row.New),4}  {rows.Sum(row => row.Stored),6}  "
                + $"{rows.Sum(row => row.Stale),5}");
        return ExitCode.Done;
    }

    private static (string Path, int Trials, int New, int Stored, int Stale) Row(Plan plan, Case one, IResultStore? store)
    {
        var trials = plan.Trials.Where(trial => trial.Case == one).ToList();
        var stored = trials.Count(trial => store?.Has(trial.ResultKey) ?? false);
        var stale = trials.Count(trial => store is not null && !store.Has(trial.ResultKey) && store.HasIdentity(trial.IdentityHash));
        return (one.Path, trials.Count, trials.Count - stored - stale, stored, stale);
    }
}
