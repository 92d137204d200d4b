using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Devices.History;
using QmlBench.Reporting.Drawings;

namespace QmlBench.Cli.Output;

/// <summary>What <c>show DEVICE --diff OTHER</c> prints.</summary>
internal static class DiffOutput
{
    private const int MostChanges = 5;

    /// <summary>Prints what moved; as JSON all of it.</summary>
    public static int Print(Terminal terminal, DeviceDiff diff, bool json)
    {
        if (json)
            JsonOutput.Write(terminal.Out, Json(diff));
        else
            PrintText(terminal.Out, diff);
        return ExitCode.Done;
    }

    private static JsonObject Json(DeviceDiff diff) => new()
    {
        ["before"] = diff.Before.Name,
        ["after"] = diff.After.Name,
        ["days"] = Days(diff) is { } days ? days : null,
        ["figures"] = new JsonArray([.. diff.Kinds.Select(Json)]),
        ["died"] = Names(diff.Died),
        ["revived"] = Names(diff.Revived),
        ["couplers"] = new JsonObject { ["appeared"] = Names(diff.AppearedCouplers), ["vanished"] = Names(diff.VanishedCouplers) },
        ["gates"] = new JsonObject { ["appeared"] = Names(diff.AppearedGates), ["vanished"] = Names(diff.VanishedGates) },
    };

    private static JsonNode Json(FigureDiff figure) => new JsonObject
    {
        ["figure"] = FigureKinds.KeyOf(figure.Kind),
        ["median_before"] = JsonOutput.Number(figure.Before.Median),
        ["median_after"] = JsonOutput.Number(figure.After.Median),
        ["changed"] = figure.Changes.Length,
        ["unchanged"] = figure.Unchanged,
        ["changes"] = new JsonArray([.. figure.Changes.Select(change => new JsonObject
        {
            ["subject"] = change.Subject,
            ["before"] = change.Before,
            ["after"] = change.After,
            ["ratio"] = JsonOutput.Number(change.Ratio),
        })]),
    };

    private static JsonArray Names(IEnumerable<string> names) => new([.. names.Select(name => (JsonNode)name)]);

    private static void PrintText(TextWriter output, DeviceDiff diff)
    {
        output.WriteLine($"{diff.Before.Name} -> {diff.After.Name}"
            + (Days(diff) is { } days ? string.Create(CultureInfo.InvariantCulture, $", {days:0.#} days") : string.Empty));
        output.WriteLine();
        output.WriteLine("figure           median before      after  ratio  changed  unchanged  largest changes");
        foreach (var figure in diff.Kinds)
            output.WriteLine(Line(figure));
        output.WriteLine();
        foreach (var (what, names) in new[]
        {
            ("went out of order", diff.Died), ("came back", diff.Revived),
            ("couplers that appeared", diff.AppearedCouplers), ("couplers that vanished", diff.VanishedCouplers),
            ("gates that appeared", diff.AppearedGates), ("gates that vanished", diff.VanishedGates),
        })
            output.WriteLine($"{what}: {(names.Length == 0 ? "none" : string.Join(", ", names))}");
    }

    private static string Line(FigureDiff figure)
    {
        var largest = string.Join(", ", figure.Changes.Take(MostChanges).Select(
            change => string.Create(CultureInfo.InvariantCulture, $"{change.Subject} x{change.Ratio:G3}")));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{FigureKinds.NameOf(figure.Kind),-15}  {Text(figure, figure.Before),13}  {Text(figure, figure.After),9}  "
                + $"{Ratio(figure),5}  {figure.Changes.Length,7}  {figure.Unchanged,9}  {largest}");
    }

    private static string Text(FigureDiff figure, Quartiles quartiles) =>
        quartiles.Count == 0 ? "not given" : FigureText.Of(figure.Kind, quartiles.Median);

    private static string Ratio(FigureDiff figure) => figure.After.Median / figure.Before.Median is var ratio && double.IsFinite(ratio)
        ? ratio.ToString("0.00", CultureInfo.InvariantCulture) : "-";

    private static double? Days(DeviceDiff diff) => (diff.After.Snapshot - diff.Before.Snapshot)?.TotalDays;
}
