using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Schemas;

/// <summary>The parts of the schema of device profiles that are about gates and their sites.</summary>
internal static class GateSchema
{
    /// <summary>Name of the definition of a gate's name.</summary>
    public const string Name = "gateName";

    private const string Native = "nativeGate", Gate = "gate", Sites = "sites";

    /// <summary>The keys of a profile.</summary>
    public static IEnumerable<SchemaKey> Keys() =>
    [
        SchemaKey.Required("gates", "Native gates: 'virtual', or figures per site.", OfGates(Native).NotEmpty()),
        SchemaKey.Optional(
            "measurements", "What some vendors list as gates called measure and measure_2; only the semantics aer-properties applies it.",
            SchemaShape.Entries(SchemaShape.Reference(Gate))),
    ];

    /// <summary>The shapes they refer to.</summary>
    public static IEnumerable<(string Name, SchemaShape Shape)> Definitions() =>
    [
        (Name, SchemaShape.Choice(KnownGates.Catalogue.Names)),
        (Native, SchemaShape.Any(SchemaShape.Choice([GateSection.Virtual]), SchemaShape.Reference(Gate))),
        (Gate, SchemaShape.Mapping(
            SchemaKey.Optional("error", Error + ", of all sites that do not state their own.", SchemaShape.Number(0, 1)),
            SchemaKey.Optional("duration", "Duration of all sites that do not state their own.", SchemaShape.Amount(Dimension.Time)),
            SchemaKey.Optional("relaxation", Relaxation, SchemaShape.Amount(Dimension.Time)),
            SchemaKey.Required(Sites, "Figures per site.", SchemaShape.Reference(Sites)))),
        (Sites, SchemaShape.Entries(SchemaPatterns.Site, Site())),
    ];

    /// <summary>A mapping from gates of the catalogue, which editors complete, to what stands under a name among the
    /// definitions.</summary>
    public static SchemaShape OfGates(string definition) => SchemaShape.Mapping(KnownGates.Catalogue.Names.Select(name =>
        SchemaKey.Optional(name, $"The gate {name}, of {KnownGates.Catalogue.ArityOf(name)} qubit(s).", SchemaShape.Reference(definition))));

    private const string Error = "Average gate infidelity 1 - F_avg; exactly 1 marks a site as out of order";
    private const string Relaxation = "Time for which the operands relax, where that is not the duration.";
    private const string Incoherent = "Part of the error that no calibration could undo.";

    private static SchemaShape Site() => SchemaShape.Mapping(
        SchemaKey.Optional("error", Error + ".", SchemaShape.Number(0, 1)),
        SchemaKey.Optional("duration", "Duration of the gate.", SchemaShape.Amount(Dimension.Time)),
        SchemaKey.Optional("incoherent", Incoherent, SchemaShape.Number(0, 1)),
        SchemaKey.Optional("relaxation", Relaxation, SchemaShape.Amount(Dimension.Time)),
        SchemaKey.Optional("isolated", "Errors with no other coupler driven.", SchemaShape.Mapping(
            SchemaKey.Optional("error", Error + ".", SchemaShape.Number(0, 1)),
            SchemaKey.Optional("incoherent", Incoherent, SchemaShape.Number(0, 1)))));
}
