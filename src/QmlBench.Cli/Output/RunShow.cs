using System.Text.Json.Nodes;
using QmlBench.Suites.Results;

namespace QmlBench.Cli.Output;

/// <summary>What <c>show RUN</c> prints.</summary>
internal static class RunShow
{
    public static int Print(Terminal terminal, RunRecord run, IResultStore store, bool json)
    {
        var stored = run.ResultKeys.Count(store.Has);
        if (json)
        {
            JsonOutput.Write(terminal.Out, new JsonObject
            {
                ["run"] = run.Name,
                ["suite"] = run.Suite,
                ["seed"] = run.Seed,
                ["digest"] = run.Digest,
                ["started"] = run.StartedUtc,
                ["finished"] = run.FinishedUtc,
                ["trials"] = stored,
                ["claims"] = new JsonArray([.. run.Claims.Select(claim => new JsonObject
                {
                    ["name"] = claim.Name, ["verdict"] = claim.Verdict, ["expected"] = claim.Expected,
                })]),
                ["environment"] = new JsonObject(run.Environment.Select(pair => KeyValuePair.Create(pair.Key, (JsonNode?)pair.Value))),
            });
            return ExitCode.Done;
        }

        terminal.Out.WriteLine($"run {run.Name} of {run.Suite}: {run.Title}");
        terminal.Out.WriteLine($"{stored} trials stored, seed {run.Seed}, {run.StartedUtc} to {run.FinishedUtc}");
        terminal.Out.WriteLine(run.Digest is { } digest ? $"digest {digest}" : "no digest: a trial failed");
        terminal.Out.WriteLine();
        RunOutput.PrintClaims(terminal.Out, run.Claims);
        terminal.Out.WriteLine();
        foreach (var (name, value) in run.Environment)
            terminal.Out.WriteLine($"{name,-8} {value}");
        return ExitCode.Done;
    }
}
