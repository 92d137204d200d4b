using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Devices;
using QmlBench.Devices.Drift;
using QmlBench.Devices.History;
using QmlBench.Reporting.Drawings;

namespace QmlBench.Cli.Output;

/// <summary>What <c>show DEVICE --history</c> prints.</summary>
internal static class HistoryOutput
{
    /// <summary>Prints the history and, where there is one, the drift model it is part of.</summary>
    public static int Print(Terminal terminal, DeviceHistory history, DriftModel? drift, bool json)
    {
        if (json)
            JsonOutput.Write(terminal.Out, Json(history, drift));
        else
            PrintText(terminal.Out, history, drift);
        return ExitCode.Done;
    }

    private static JsonObject Json(DeviceHistory history, DriftModel? drift) => new()
    {
        ["machine"] = history.Machine,
        ["snapshots"] = new JsonArray([.. history.Snapshots.Select((snapshot, i) => new JsonObject
        {
            ["device"] = snapshot.Name,
            ["snapshot"] = Date(snapshot),
            ["figures"] = new JsonArray([.. FigureKinds.All.Select(kind => Json(history, i, kind))]),
            ["orders_out_of_order"] = new JsonArray([.. history.DeadOrdersOf(i).Select(order => (JsonNode)order)]),
        })]),
        ["drift"] = drift is null ? null : new JsonObject
        {
            ["machines"] = new JsonArray([.. drift.Machines.Select(machine => (JsonNode)machine)]),
            ["rates"] = new JsonArray([.. drift.Rates.Select(Json)]),
        },
    };

    private static JsonObject Json(DeviceHistory history, int snapshot, FigureKind kind)
    {
        var quartiles = history.QuartilesOf(snapshot, kind);
        return new()
        {
            ["figure"] = FigureKinds.KeyOf(kind),
            ["values"] = quartiles.Count,
            ["median"] = JsonOutput.Number(quartiles.Median),
            ["lower_quartile"] = JsonOutput.Number(quartiles.Lower),
            ["upper_quartile"] = JsonOutput.Number(quartiles.Upper),
            ["out_of_order"] = history.DeadOf(snapshot, kind),
        };
    }

    private static JsonNode Json(DriftRate rate) => new JsonObject
    {
        ["figure"] = FigureKinds.KeyOf(rate.Kind),
        ["theta_per_day"] = rate.Theta,
        ["theta_relative_stderr"] = JsonOutput.Number(rate.ThetaError),
        ["deviation"] = rate.Deviation,
        ["deviation_relative_stderr"] = JsonOutput.Number(rate.DeviationError),
        ["sigma_per_sqrt_day"] = rate.Sigma,
        ["increments"] = rate.Increments,
        ["series"] = rate.Series,
    };

    private static void PrintText(TextWriter output, DeviceHistory history, DriftModel? drift)
    {
        output.WriteLine($"{history.Machine}: {history.Snapshots.Length} snapshot(s); median [quartiles] over qubits or couplers, those out of order left out");
        foreach (var kind in FigureKinds.All)
        {
            output.WriteLine();
            output.WriteLine(FigureKinds.NameOf(kind));
            for (var i = 0; i < history.Snapshots.Length; i++)
                output.WriteLine(Line(history, i, kind));
        }

        if (drift is null)
            return;
        output.WriteLine();
        output.WriteLine($"drift, pooled over {string.Join(", ", drift.Machines)}: d ln x = theta (mean - ln x) dt + sigma dW");
        output.WriteLine("figure           increments  1/theta in days (±)   spread of ln x (±)");
        foreach (var rate in drift.Rates)
            output.WriteLine(Line(rate));
    }

    private static string Line(DeviceHistory history, int snapshot, FigureKind kind)
    {
        var quartiles = history.QuartilesOf(snapshot, kind);
        var dead = history.DeadOf(snapshot, kind);
        var values = quartiles.Count == 0
            ? "not given"
            : $"{Text(kind, quartiles.Median),9} [{Text(kind, quartiles.Lower)}, {Text(kind, quartiles.Upper)}]  n={quartiles.Count}";
        var orders = kind == FigureKind.TwoQubitError ? history.DeadOrdersOf(snapshot) : [];
        return $"  {Date(history.Snapshots[snapshot]) ?? history.Snapshots[snapshot].Name,-10}  {values}"
            + (dead > 0 ? $", {dead} out of order" : string.Empty)
            + (orders.IsEmpty ? string.Empty : $", in one order only: {string.Join(", ", orders)} does not work");
    }

    private static string Line(DriftRate rate)
    {
        var time = rate.IsFast
            ? "faster than the data tell"
            : string.Create(CultureInfo.InvariantCulture, $"{1 / rate.Theta:G3} ({100 * rate.ThetaError:0} %)");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{FigureKinds.NameOf(rate.Kind),-15}  {rate.Increments,10}  {time,-20}  {rate.Deviation:0.000} ({100 * rate.DeviationError:0} %)");
    }

    private static string Text(FigureKind kind, double value) => FigureText.Of(kind, value);

    private static string? Date(Device device) => device.Snapshot?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
