using System.Text.Json.Nodes;
using QmlBench.Learning.Models;

namespace QmlBench.Cli.Output;

/// <summary>What <c>show MODEL</c> prints.</summary>
internal static class ModelOutput
{
    public static int Print(Terminal terminal, IModelSpace model, bool json)
    {
        if (json)
        {
            JsonOutput.Write(terminal.Out, new JsonObject
            {
                ["model"] = model.Name,
                ["family"] = model.Family.ToString().ToLowerInvariant(),
                ["description"] = model.Description,
                ["behaviour_version"] = model.BehaviourVersion,
                ["settings"] = new JsonArray([.. model.Hyperparameters.Select(one => new JsonObject
                {
                    ["name"] = one.Name, ["default"] = one.Default, ["whole"] = one.IsWhole, ["description"] = one.Description,
                })]),
            });
            return ExitCode.Done;
        }

        terminal.Out.WriteLine($"{model.Name} ({model.Family.ToString().ToLowerInvariant()}): {model.Description}");
        foreach (var one in model.Hyperparameters)
            terminal.Out.WriteLine(FormattableString.Invariant($"  {one.Name,-14} default {one.Default,-8} {one.Description}"));
        return ExitCode.Done;
    }
}
