using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Suites.Definition;

namespace QmlBench.Cli.Output;

/// <summary>What <c>show SUITE</c> prints.</summary>
internal static class SuiteOutput
{
    public static int Print(Terminal terminal, Suite suite, bool json)
    {
        if (json)
        {
            JsonOutput.Write(terminal.Out, Json(suite));
            return ExitCode.Done;
        }

        var output = terminal.Out;
        output.WriteLine($"{suite.Name}: {suite.Title}");
        output.WriteLine(suite.Description);
        output.WriteLine();
        foreach (var dataset in suite.Datasets)
            output.WriteLine($"data        {dataset.Name}: {dataset.Source}, {dataset.Features} features, {dataset.Train} train, "
                + $"{dataset.Test} test, {dataset.Draws} draws");
        foreach (var model in suite.Models)
            output.WriteLine($"model       {model.Name}: {model.Kind}, {model.Configurations} configurations x {model.Folds} folds");
        output.WriteLine($"devices     {string.Join(", ", suite.EvaluateOn.Select(device => device.Label))} (trained on "
            + $"{suite.TrainOn.Label})");
        output.WriteLine($"mitigation  {string.Join(", ", suite.Mitigations.Select(mitigation => mitigation.Name))}");
        var shots = suite.Execution.Shots;
        output.WriteLine($"shots       {(shots == 0 ? "exact" : shots.ToString(CultureInfo.InvariantCulture))}");
        foreach (var claim in suite.Claims)
            output.WriteLine($"claim       {claim.Name}: {claim.Statement} (expected: {claim.Expect}, {claim.Pairs} pairs)");
        return ExitCode.Done;
    }

    private static JsonObject Json(Suite suite) => new()
    {
        ["suite"] = suite.Name,
        ["title"] = suite.Title,
        ["seed"] = suite.Seed,
        ["datasets"] = Names(suite.Datasets.Select(one => one.Name)),
        ["models"] = Names(suite.Models.Select(one => one.Name)),
        ["devices"] = Names(suite.EvaluateOn.Select(one => one.Label)),
        ["mitigation"] = Names(suite.Mitigations.Select(one => one.Name)),
        ["claims"] = Names(suite.Claims.Select(one => one.Name)),
    };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);
}
