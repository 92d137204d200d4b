using System.Globalization;
using System.Text;
using System.Text.Json;
using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Emulation.Noise;

/// <summary>The noise of a record of mitigation-mitiq.json, written down as a device file.</summary>
internal static class MitiqDevice
{
    /// <summary>The device: gates rz, sx, sxdg, x, cx, cz on every qubit, and channels as the record has them.</summary>
    public static Device Of(JsonElement noise, int qubits) => DeviceYamlReader.Read(new SourceText("record.yaml", Yaml(noise, qubits)));

    /// <summary>The file.</summary>
    public static string Yaml(JsonElement noise, int qubits)
    {
        bool moments = noise.TryGetProperty("moment_rz", out _);
        string gate = moments ? "{duration: 50 ns, sites: {every: {}}}" : "virtual";
        var text = new StringBuilder();
        text.Append("schema: qmlbench/device/v1\nname: record\nvendor: Mitiq\ntechnology: density matrices\nkind: template\n");
        text.Append("source: {text: a record of reference values}");
        text.Append("\nsemantics: aer-properties\naccept: [missing-figures]\ncouplers: all-to-all\nqubits:\n");
        for (int q = 0; q < qubits; q++)
            text.Append(CultureInfo.InvariantCulture, $"  {q}: {{readout: {{p1_given_0: {Entry(noise, "p0", q)}, p0_given_1: {Entry(noise, "p1", q)}, length: 0 s}}}}\n");
        text.Append("gates:\n");
        foreach (string name in new[] { "rz", "sx", "sxdg", "x", "cx", "cz" })
            text.Append(CultureInfo.InvariantCulture, $"  {name}: {gate}\n");
        text.Append("noise:\n  mode: replace\n  gates:\n");
        string one = Depolarizing(noise, "lambda1"), two = Depolarizing(noise, "lambda2") + Damping(noise);
        string moment = moments ? $"{{rotation: {{Z: {Number(noise, "moment_rz")} rad}}, on: each}}, {{phase_damping: {{gamma: {Number(noise, "moment_phase_damping")}}}}}, " : "";
        string turn = Number(noise, "over_1q");
        foreach ((string name, double times) in new[] { ("rz", 0), ("sx", 1), ("sxdg", 1), ("x", 2) })
            text.Append(CultureInfo.InvariantCulture, $"    {name}: {{every: [{Over(times * double.Parse(turn, CultureInfo.InvariantCulture))}{one}{moment}]}}\n");
        string zx = noise.TryGetProperty("over_2q_zx", out _) ? Number(noise, "over_2q_zx") : Number(noise, "over_2q");
        string crossed = zx == "0" ? "" : $"{{rotation: {{XZ: {zx} rad}}}}, ";
        text.Append(CultureInfo.InvariantCulture, $"    cx: {{every: [{crossed}{two}{moment}]}}\n    cz: {{every: [{crossed}{two}{moment}]}}\n");
        if (moments)
            text.Append(CultureInfo.InvariantCulture, $"  idle: {{per: 50 ns, sites: {{every: [{moment}]}}}}\n");
        return text.ToString().Replace(", ]", "]", StringComparison.Ordinal);
    }

    private static string Depolarizing(JsonElement noise, string key) =>
        noise.TryGetProperty(key, out _) ? $"{{depolarizing: {{lambda: {Number(noise, key)}}}}}, " : "";

    private static string Damping(JsonElement noise) =>
        noise.TryGetProperty("gamma", out _) ? $"{{amplitude_damping: {{gamma: {Number(noise, "gamma")}}}}}, " : "";

    private static string Over(double angle) => angle == 0 ? "" : $"{{over_rotation: {angle.ToString("R", CultureInfo.InvariantCulture)} rad}}, ";

    private static string Number(JsonElement noise, string key) => noise.TryGetProperty(key, out JsonElement value) ? value.GetRawText() : "0";

    private static string Entry(JsonElement noise, string key, int index) => noise.TryGetProperty(key, out JsonElement list) ? list[index].GetRawText() : "0";
}
