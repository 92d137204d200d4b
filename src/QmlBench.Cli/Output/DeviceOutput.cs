using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Devices;

namespace QmlBench.Cli.Output;

/// <summary>What <c>show DEVICE</c> prints.</summary>
internal static class DeviceOutput
{
    public static int Print(Terminal terminal, Device device, bool json)
    {
        if (json)
            JsonOutput.Write(terminal.Out, Json(device));
        else
            PrintText(terminal.Out, device);
        return ExitCode.Done;
    }

    private static JsonObject Json(Device device) => new()
    {
        ["device"] = device.Name,
        ["vendor"] = device.Vendor,
        ["technology"] = device.Technology,
        ["snapshot"] = device.Snapshot?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        ["semantics"] = device.Semantics,
        ["hash"] = device.ContentHash(),
        ["qubits"] = new JsonArray([.. device.Qubits.Select((qubit, index) => new JsonObject
        {
            ["qubit"] = index, ["t1_s"] = qubit.T1, ["t2_s"] = qubit.T2, ["frequency_hz"] = qubit.Frequency,
            ["p1_given_0"] = qubit.Readout.P1Given0, ["p0_given_1"] = qubit.Readout.P0Given1, ["readout_error"] = qubit.Readout.Error,
        })]),
        ["gates"] = new JsonArray([.. device.Gates.SelectMany(gate => gate.Sites.Select(site => new JsonObject
        {
            ["gate"] = gate.Name,
            ["qubits"] = new JsonArray([.. site.Qubits.Select(qubit => (JsonNode)qubit)]),
            ["error"] = site.Error,
            ["duration_s"] = site.Duration,
        }))]),
        ["virtual"] = new JsonArray([.. device.Gates.Where(gate => gate.IsVirtual).Select(gate => (JsonNode)gate.Name)]),
        ["notices"] = new JsonArray([.. device.Notices().Select(notice => (JsonNode)notice)]),
    };

    private static void PrintText(TextWriter output, Device device)
    {
        output.WriteLine($"{device.Name}: {device.Vendor}, {device.Technology}, {device.QubitCount} {(device.QubitCount == 1 ? "qubit" : "qubits")}"
            + (device.IsIdeal ? " (any size), no noise" : $", semantics {device.Semantics}"));
        if (device.IsIdeal)
            return;
        if (Source(device.Source) is { Length: > 0 } source)
            output.WriteLine($"source: {source}");
        foreach (var notice in device.Notices())
            output.WriteLine($"note: {notice}");
        output.WriteLine();
        output.WriteLine("qubit          T1          T2  readout error");
        for (var i = 0; i < device.QubitCount; i++)
        {
            var qubit = device.Qubits[i];
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                    $"{i,5}  {Time(qubit.T1),10}  {Time(qubit.T2),10}  {qubit.Readout.EffectiveError,13:0.0000}"));
        }

        output.WriteLine();
        output.WriteLine("gate         sites  median error  median duration");
        foreach (var gate in device.Gates)
            output.WriteLine(GateLine(gate));
    }

    private static string Source(DeviceSource source) => string.Join(
        ", ", new[] { source.Text, source.Repository, source.Commit, source.Address }.Where(part => !string.IsNullOrEmpty(part)));

    private static string GateLine(NativeGate gate)
    {
        if (gate.IsVirtual)
            return $"{gate.Name,-11}  virtual: no error, no time";
        var errors = gate.Sites.Where(site => !site.IsDead).Select(site => site.Error).OfType<double>().Order().ToList();
        var durations = gate.Sites.Select(site => site.Duration).OfType<double>().Order().ToList();
        var dead = gate.Sites.Count(site => site.IsDead);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{gate.Name,-11}  {gate.Sites.Count,5}  "
                + $"{(errors.Count > 0 ? errors[errors.Count / 2].ToString("0.00E+00", CultureInfo.InvariantCulture) : "-"),12}  "
                + $"{Time(durations.Count > 0 ? durations[durations.Count / 2] : null),15}"
                + $"{(dead > 0 ? $"  ({dead} dead)" : string.Empty)}");
    }

    // Transmons live for microseconds, ions for seconds.
    private static string Time(double? seconds) => seconds switch
    {
        null => "-",
        >= 1 => $"{seconds.Value.ToString("0.0", CultureInfo.InvariantCulture)} s",
        >= 1e-3 => $"{(seconds.Value * 1e3).ToString("0.0", CultureInfo.InvariantCulture)} ms",
        >= 1e-6 => $"{(seconds.Value * 1e6).ToString("0.0", CultureInfo.InvariantCulture)} us",
        _ => $"{(seconds.Value * 1e9).ToString("0.0", CultureInfo.InvariantCulture)} ns",
    };
}
