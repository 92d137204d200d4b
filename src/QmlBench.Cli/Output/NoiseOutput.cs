using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Output;

/// <summary>What <c>show DEVICE --noise</c> prints (DESIGN §6).</summary>
internal static class NoiseOutput
{
    public static int Print(Terminal terminal, NoiseDescription noise, ImmutableArray<Notice> notices, bool json)
    {
        foreach (var notice in notices)
            terminal.Notice($"{notice.Source}: {notice.Text}");
        if (json)
            JsonOutput.Write(terminal.Out, Json(noise));
        else
            PrintText(terminal.Out, noise);
        return ExitCode.Done;
    }

    private static JsonObject Json(NoiseDescription noise)
    {
        var json = new JsonObject
        {
            ["device"] = noise.Device,
            ["semantics"] = noise.Semantics,
            ["gates"] = new JsonArray([.. noise.Gates.Select(Json)]),
            ["readout"] = new JsonArray([.. noise.Readout.Select(Json)]),
        };
        ExtraNoiseOutput.Add(json, noise);
        return json;
    }

    private static JsonObject Json(SiteNoise site) => new()
    {
        ["gate"] = site.Gate,
        ["qubits"] = new JsonArray([.. site.Qubits.Select(qubit => (JsonNode)qubit)]),
        ["error"] = site.ReportedError,
        ["duration_s"] = site.DurationSeconds,
        ["depolarizing_lambda"] = site.Lambda,
        ["relaxation_infidelity"] = site.RelaxationInfidelity,
        ["total_infidelity"] = site.TotalInfidelity,
        ["ptm"] = Matrix(site),
    };

    private static JsonArray Matrix(SiteNoise site)
    {
        var channel = site.ToChannel();
        return new([.. Enumerable.Range(0, channel.Dimension).Select(row =>
            (JsonNode)new JsonArray([.. Enumerable.Range(0, channel.Dimension).Select(column => (JsonNode)channel[row, column])]))]);
    }

    private static JsonObject Json(QubitReadout readout) => new()
    {
        ["qubit"] = readout.Qubit,
        ["matrix"] = new JsonArray(
            new JsonArray(readout.Confusion.Probability(0, 0), readout.Confusion.Probability(0, 1)),
            new JsonArray(readout.Confusion.Probability(1, 0), readout.Confusion.Probability(1, 1))),
    };

    private static void PrintText(TextWriter output, NoiseDescription noise)
    {
        output.WriteLine($"{noise.Device}, semantics {noise.Semantics}");
        output.WriteLine($"sources: {(noise.Extra.Sources.IsEmpty ? "none" : string.Join(", ", noise.Extra.Sources))}");
        foreach (var unused in noise.Extra.Unused)
            output.WriteLine($"note: {unused.Text}");
        output.WriteLine();
        output.WriteLine("gate         qubits      reported     duration     lambda       relaxation   total   (errors: 1 - average fidelity)");
        foreach (var site in noise.Gates)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{site.Gate,-11}  {string.Join(",", site.Qubits),-10}  {Small(site.ReportedError),-11}  "
                    + $"{Nanoseconds(site.DurationSeconds),-11}  {Small(site.Lambda),-11}  {Small(site.RelaxationInfidelity),-11}  "
                    + $"{Small(site.TotalInfidelity)}"));
        }

        output.WriteLine();
        output.WriteLine("qubit  P(1|0)    P(0|1)");
        foreach (var readout in noise.Readout)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                    $"{readout.Qubit,5}  {readout.Confusion.OneGivenZero:0.00000}   {readout.Confusion.ZeroGivenOne:0.00000}"));
        }

        ExtraNoiseOutput.Print(output, noise);
    }

    private static string Small(double? value) => value is { } number ? number.ToString("0.000E+00", CultureInfo.InvariantCulture) : "-";

    private static string Nanoseconds(double? seconds) =>
        seconds is { } number ? (number * 1e9).ToString("0.0", CultureInfo.InvariantCulture) + " ns" : "-";
}
