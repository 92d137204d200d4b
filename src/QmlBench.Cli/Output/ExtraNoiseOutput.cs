using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json.Nodes;
using QmlBench.Devices.Noise;
using QmlBench.Emulation.Noise;

namespace QmlBench.Cli.Output;

/// <summary>The part of <c>show DEVICE --noise</c> about what acts beyond errors and times of gates and qubits.</summary>
internal static class ExtraNoiseOutput
{
    private const string Millirad = "mrad";

    /// <summary>Adds the tables of the sources that act.</summary>
    public static void Print(TextWriter output, NoiseDescription noise)
    {
        PrintCoherent(output, noise.Extra);
        PrintCrosstalk(output, noise.Extra);
        PrintSpectators(output, noise.Gates);
        PrintCustom(output, noise);
        foreach (var group in noise.ReadTogether)
            PrintGroup(output, group);
    }

    /// <summary>Adds the keys of the sources that act.</summary>
    public static void Add(JsonObject json, NoiseDescription noise)
    {
        var extra = noise.Extra;
        json["sources"] = new JsonArray([.. extra.Sources.Select(name => (JsonNode)name)]);
        json["coherent"] = new JsonArray([.. extra.Coherent.Select(one => Json(one, extra.AngleFactor))]);
        json["crosstalk"] = new JsonObject
        {
            ["echoed"] = new JsonArray([.. extra.Echoed.Select(gate => (JsonNode)gate)]),
            ["static_zz"] = new JsonArray([.. extra.StaticZz.Select(pair => new JsonObject
            {
                ["qubits"] = new JsonArray(pair.First, pair.Second), ["rate_hz"] = pair.Rate * extra.AngleFactor,
            })]),
        };
        json["spectator"] = new JsonArray([.. noise.Gates.SelectMany(site => site.Spectators.Select(error => new JsonObject
        {
            ["gate"] = site.Gate,
            ["qubits"] = Qubits(site.Qubits),
            ["neighbour"] = error.Qubit,
            ["depolarizing_lambda"] = error.Lambda,
            ["zz_rad"] = error.ZzAngle,
            ["operand"] = error.Partner,
        }))]);
        json["custom"] = new JsonArray([.. Channels(noise).Select(one => new JsonObject
        {
            ["at"] = one.At, ["qubits"] = Qubits(one.Stage.Qubits), ["infidelity"] = 1 - one.Stage.Channel.AverageGateFidelity,
        })]);
        json["custom_idle_per_s"] = extra.IdlePer;
        json["correlated_readout"] = new JsonArray([.. noise.ReadTogether.Select(Json)]);
        json["unused"] = new JsonArray([.. extra.Unused.Select(one => (JsonNode)one.Text)]);
    }

    private static JsonObject Json(CoherentDescription one, double factor) => new()
    {
        ["gate"] = one.Gate,
        ["qubits"] = Qubits(one.Qubits),
        ["over_rotation_rad"] = one.Error.OverRotation * factor,
        ["axis_phase_rad"] = one.Error.AxisPhase * factor,
        ["axis_tilt_rad"] = one.Error.AxisTilt * factor,
        ["fsim_rad"] = one.Error.Fsim is not { } angles ? null : new JsonObject
        {
            ["theta"] = angles.Theta * factor,
            ["zeta"] = angles.Zeta * factor,
            ["chi"] = angles.Chi * factor,
            ["gamma"] = angles.Gamma * factor,
            ["phi"] = angles.Phi * factor,
        },
        ["infidelity"] = one.Infidelity,
    };

    private static JsonObject Json(GroupReadout group)
    {
        var outcomes = 1 << group.Qubits.Length;
        return new()
        {
            ["qubits"] = Qubits(group.Qubits),
            ["matrix"] = new JsonArray([.. Enumerable.Range(0, outcomes).Select(actual =>
                (JsonNode)new JsonArray([.. Enumerable.Range(0, outcomes).Select(recorded => (JsonNode)group.Probability(actual, recorded))]))]),
        };
    }

    private static JsonArray Qubits(IEnumerable<int> qubits) => new([.. qubits.Select(qubit => (JsonNode)qubit)]);

    private static void PrintCoherent(TextWriter output, ExtraNoise extra)
    {
        if (extra.Coherent.IsEmpty)
            return;
        output.WriteLine();
        output.WriteLine($"coherent  qubits      infidelity   angles in {Millirad}, after the gate");
        foreach (var one in extra.Coherent)
            output.WriteLine($"{one.Gate,-8}  {string.Join(",", one.Qubits),-10}  {Small(one.Infidelity),-11}  {Angles(one.Error, extra.AngleFactor)}");
    }

    private static string Angles(CoherentError error, double factor)
    {
        List<(string Name, double Value)> angles =
            [("over-rotation", error.OverRotation), ("axis phase", error.AxisPhase), ("axis tilt", error.AxisTilt)];
        if (error.Fsim is { } fsim)
            angles.AddRange([("theta", fsim.Theta), ("zeta", fsim.Zeta), ("chi", fsim.Chi), ("gamma", fsim.Gamma), ("phi", fsim.Phi)]);
        return string.Join(", ", angles.Where(angle => angle.Value != 0).Select(angle => $"{angle.Name} {Milli(angle.Value * factor)}"));
    }

    private static void PrintCrosstalk(TextWriter output, ExtraNoise extra)
    {
        if (extra.StaticZz.IsEmpty)
            return;
        output.WriteLine();
        output.WriteLine("static ZZ   rate          RZZ while waiting 1 us"
            + (extra.Echoed.IsEmpty ? string.Empty : $"   (echoed on the first operand: {string.Join(", ", extra.Echoed)})"));
        foreach (var pair in extra.StaticZz)
        {
            var rate = pair.Rate * extra.AngleFactor;
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{$"{pair.First},{pair.Second}",-10}  {rate / 1e3,8:0.00} kHz  {Milli(Math.PI * rate * 1e-6)} {Millirad}"));
        }
    }

    private static void PrintSpectators(TextWriter output, ImmutableArray<SiteNoise> gates)
    {
        if (gates.All(site => site.Spectators.IsEmpty))
            return;
        output.WriteLine();
        output.WriteLine("spectator qubits      neighbour  lambda       RZZ with an operand");
        foreach (var site in gates)
        {
            foreach (var error in site.Spectators)
            {
                var zz = error.ZzAngle == 0 ? "-" : $"{Milli(error.ZzAngle)} {Millirad} with {error.Partner}";
                output.WriteLine(
                    $"{site.Gate,-8}  {string.Join(",", site.Qubits),-10}  {error.Qubit,9}  {(error.Lambda == 0 ? "-" : Small(error.Lambda)),-11}  {zz}");
            }
        }
    }

    private static void PrintCustom(TextWriter output, NoiseDescription noise)
    {
        var channels = Channels(noise).ToList();
        if (channels.Count == 0)
            return;
        output.WriteLine();
        output.WriteLine("written   qubits      infidelity, channel by channel"
            + (noise.Extra.Idle.IsEmpty ? string.Empty : noise.Extra.IdlePer is { } per
                ? string.Create(CultureInfo.InvariantCulture, $"   (idle: for every {per * 1e9:0.###} ns)")
                : "   (idle: for every delay)"));
        // Neighbouring entries of one place are its channels in their order.
        foreach (var place in channels.GroupBy(one => (one.At, Place: string.Join(",", one.Operands))))
        {
            var parts = place.Select(one => Small(1 - one.Stage.Channel.AverageGateFidelity)
                + (one.Stage.Qubits.SequenceEqual(one.Operands) ? string.Empty : $" on {string.Join(",", one.Stage.Qubits)}"));
            output.WriteLine($"{place.Key.At,-8}  {place.Key.Place,-10}  {string.Join(", then ", parts)}");
        }
    }

    private static IEnumerable<(string At, ImmutableArray<int> Operands, NoiseStage Stage)> Channels(NoiseDescription noise) =>
        noise.Gates.SelectMany(site => site.Custom.Select(stage => (site.Gate, site.Qubits, stage)))
            .Concat(noise.Extra.Idle.Select(stage => ("idle", stage.Qubits, stage)));

    private static void PrintGroup(TextWriter output, GroupReadout group)
    {
        var outcomes = 1 << group.Qubits.Length;
        string Bits(int outcome) => Convert.ToString(outcome, 2).PadLeft(group.Qubits.Length, '0');
        output.WriteLine();
        output.WriteLine($"qubits {string.Join(",", group.Qubits)} are read together (the first is the last bit); row: true, column: recorded");
        output.WriteLine($"{string.Empty,5}  {string.Join("  ", Enumerable.Range(0, outcomes).Select(recorded => $"{Bits(recorded),7}"))}");
        for (var actual = 0; actual < outcomes; actual++)
            output.WriteLine($"{Bits(actual),5}  {string.Join("  ", Enumerable.Range(0, outcomes).Select(recorded => Probability(group.Probability(actual, recorded))))}");
    }

    private static string Probability(double value) => value.ToString("0.00000", CultureInfo.InvariantCulture);

    private static string Milli(double radians) => (radians * 1e3).ToString("0.###", CultureInfo.InvariantCulture);

    private static string Small(double value) => value.ToString("0.000E+00", CultureInfo.InvariantCulture);
}
