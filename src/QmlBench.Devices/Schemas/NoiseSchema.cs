using QmlBench.Devices.Noise;
using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Schemas;

/// <summary>The parts of the schema of device profiles that are about noise beyond the figures.</summary>
internal static class NoiseSchema
{
    private const string Recipes = "recipes", CoherentSites = "coherent", SpectatorSites = "spectators";

    private static readonly string[] FsimAngles = ["theta", "zeta", "chi", "gamma", "phi"];

    /// <summary>The keys of a profile.</summary>
    public static IEnumerable<SchemaKey> Keys() =>
    [
        SchemaKey.Optional("temperature", "Temperature of all qubits; with a qubit's frequency it gives the population of |1⟩.", SchemaShape.Amount(Dimension.Temperature)),
        SchemaKey.Optional("with", "Sources of noise switched on beside those of the semantics.", SchemaShape.List(SchemaShape.Choice(NoiseSourceWords.All))),
        SchemaKey.Optional(
            "coherence_limit", "Where the reported error is below what relaxation alone gives: keep the relaxation, rescale T1 and T2, or keep and report.",
            SchemaShape.Choice(CoherenceLimitWords.All)),
        SchemaKey.Optional("crosstalk", "Static ZZ of coupled pairs.", Crosstalk()),
        SchemaKey.Optional("coherent", "Coherent errors per gate and site.", GateSchema.OfGates(CoherentSites)),
        SchemaKey.Optional("spectator", "What neighbours suffer while a gate runs, per gate, site and neighbour.", GateSchema.OfGates(SpectatorSites)),
        SchemaKey.Optional("correlated_readout", "Confusion matrices of several qubits.", SchemaShape.List(ReadoutGroup())),
        SchemaKey.Optional("noise", "Channels written out, in order after the ideal gate.", Explicit()),
    ];

    /// <summary>The shapes they refer to.</summary>
    public static IEnumerable<(string Name, SchemaShape Shape)> Definitions() =>
    [
        (CoherentSites, Sites(Coherent())),
        (SpectatorSites, Sites(SchemaShape.Entries(SchemaPatterns.Qubit, Spectator()))),
        (Recipes, Sites(SchemaShape.List(SchemaShape.Reference(ChannelSchema.Channel)))),
        .. ChannelSchema.Definitions(),
    ];

    private static SchemaShape Sites(SchemaShape value) => SchemaShape.Entries(SchemaPatterns.Site, value);

    private static SchemaShape Crosstalk() => SchemaShape.Mapping(
        SchemaKey.Required("static_zz", "ζ = f11 − f10 − f01 + f00 of coupled pairs, such as 0-1.", SchemaShape.Entries(SchemaPatterns.Pair, SchemaShape.Measure(Dimension.Frequency))),
        SchemaKey.Optional("echoed", "Two-qubit gates with an echo on their first operand.", SchemaShape.List(SchemaShape.Reference(GateSchema.Name))));

    private static SchemaShape Coherent() => SchemaShape.Mapping(
        SchemaKey.Optional("over_rotation", "Angle beyond the gate's own, about its own axis.", SchemaShape.Measure(Dimension.Angle)),
        SchemaKey.Optional("axis", "Error of the axis of x, sx, sxdg, y.", SchemaShape.Mapping(
            SchemaKey.Optional("phase", "Angle of the axis about Z.", SchemaShape.Measure(Dimension.Angle)),
            SchemaKey.Optional("tilt", "Angle of the axis towards Z.", SchemaShape.Measure(Dimension.Angle)))),
        SchemaKey.Optional("fsim", "Angles of a two-qubit gate, as Cirq's PhasedFSimGate.", SchemaShape.Mapping(
            FsimAngles.Select(angle => SchemaKey.Optional(angle, $"The angle {angle} of PhasedFSimGate.", SchemaShape.Measure(Dimension.Angle))))))
        .NotEmpty();

    private static SchemaShape Spectator() => SchemaShape.Mapping(
        SchemaKey.Optional("depolarizing", "Depolarizing of the neighbour.", SchemaShape.Reference(ChannelSchema.Depolarizing)),
        SchemaKey.Optional("zz", "Angle of a ZZ rotation with an operand of the gate.", SchemaShape.Measure(Dimension.Angle)),
        SchemaKey.Optional("operand", "The operand of the gate that the ZZ is with.", SchemaShape.Integer(0, SiteKey.LargestIndex)))
        .WithAnyOf("depolarizing", "zz");

    private static SchemaShape ReadoutGroup() => SchemaShape.Mapping(
        SchemaKey.Required("qubits", "The qubits, the first least significant.", SchemaShape.List(SchemaShape.Integer(0, SiteKey.LargestIndex), 2, Noise.ReadoutGroup.MostQubits)),
        SchemaKey.Required("confusion", "Probabilities: row = true outcome, column = recorded outcome.", SchemaShape.List(SchemaShape.List(SchemaShape.Number(0, 1)), 4)));

    private static SchemaShape Explicit() => SchemaShape.Mapping(
        SchemaKey.Required("mode", "replace: in place of all that figures give there; add: after it.", SchemaShape.Choice(ExplicitNoiseSection.Modes)),
        SchemaKey.Optional("gates", "After a gate, per gate and site.", GateSchema.OfGates(Recipes)),
        SchemaKey.Optional("idle", "While a qubit waits.", SchemaShape.Mapping(
            SchemaKey.Optional("per", "Once per this time of a delay; without it once per delay.", SchemaShape.Amount(Dimension.Time)),
            SchemaKey.Required("sites", "Per qubit.", SchemaShape.Reference(Recipes)))),
        SchemaKey.Optional("reset", "After a reset, per qubit.", SchemaShape.Reference(Recipes)),
        SchemaKey.Optional("measure", "Before a measurement, per qubit.", SchemaShape.Reference(Recipes)));
}
