using QmlBench.Devices.Yaml;

namespace QmlBench.Devices.Schemas;

/// <summary>The JSON Schema of device profiles, shipped as <c>devices/device.schema.json</c>.</summary>
public static class DeviceSchema
{
    /// <summary>Name of the file it is shipped as, beside the profiles.</summary>
    public const string FileName = "device.schema.json";

    /// <summary>The schema.</summary>
    public static SchemaDocument Document { get; } = new(
        "QmlBench device profile",
        "One device on one day. The reference of the format is devices/README.md; 'qmlbench check FILE' checks all that a schema cannot.",
        SchemaShape.Mapping([.. Header(), .. Figures(), .. NoiseSchema.Keys()]),
        [.. GateSchema.Definitions(), .. NoiseSchema.Definitions()]);

    private static IEnumerable<SchemaKey> Header() =>
    [
        SchemaKey.Required("schema", "The format of the file.", SchemaShape.Choice([Device.Schema])),
        SchemaKey.Required("name", "Name of the profile, equal to the file's.", SchemaShape.Name(SchemaPatterns.Identifier)),
        SchemaKey.Optional("machine", "Name shared by all snapshots of one machine; default: the name.", SchemaShape.Name(SchemaPatterns.Identifier)),
        SchemaKey.Optional("snapshot", "When the figures were taken, with the offset of the clock: 2024-05-27 or 2024-05-27T15:27:23-03:00.", SchemaShape.Time),
        SchemaKey.Required("vendor", "Who makes the device.", SchemaShape.Text),
        SchemaKey.Required("technology", "What the qubits are.", SchemaShape.Text),
        SchemaKey.Optional("processor", "The vendor's name of the processor.", SchemaShape.Text),
        SchemaKey.Required("kind", "calibration: measured that day; specification: published typical figures; template: chosen.", SchemaShape.Choice(HeaderSection.Kinds)),
        SchemaKey.Required("source", "Where the figures are from: at least text, repository or address.", Source()),
        SchemaKey.Required("semantics", "How figures become noise unless the user says otherwise.", SchemaShape.Choice(NoiseSemantics.All)),
        SchemaKey.Optional("dt", "Sample time of the control electronics.", SchemaShape.Amount(Dimension.Time)),
        SchemaKey.Optional("noise_scale", "Factor on all noise; 1 is as reported.", SchemaShape.Number(0)),
        SchemaKey.Optional("accept", "Oddities of the data that are meant.", SchemaShape.List(SchemaShape.Choice(OddityNames.All))),
        SchemaKey.Optional("basis", "Gates a compiler uses; default: all gates.", SchemaShape.List(SchemaShape.Reference(GateSchema.Name), least: 1)),
        SchemaKey.Optional(
            "couplers", "Pairs that two-qubit gates can join, or all-to-all; default: the pairs of the sites.",
            SchemaShape.Any(SchemaShape.List(SchemaShape.Pattern(SchemaPatterns.Coupler)), SchemaShape.Choice([CouplerSection.AllToAll]))),
    ];

    private static SchemaShape Source() => SchemaShape.Mapping(
        SchemaKey.Optional("text", "In words.", SchemaShape.Text),
        SchemaKey.Optional("repository", "Address of a repository.", SchemaShape.Text),
        SchemaKey.Optional("commit", "Commit of the repository.", SchemaShape.Text),
        SchemaKey.Optional("files", "Files of the repository.", SchemaShape.List(SchemaShape.Text)),
        SchemaKey.Optional("address", "Address of a page or file.", SchemaShape.Text),
        SchemaKey.Optional("measured", "Dates of the earliest and of the latest single value.", SchemaShape.List(SchemaShape.Time, 2, 2)))
        .WithAnyOf("text", "repository", "address");

    private static IEnumerable<SchemaKey> Figures() =>
    [
        SchemaKey.Required(
            "qubits", "Figures of each qubit, or of a range of equal qubits such as 0..19; indices from 0 without gaps.",
            SchemaShape.Entries(SchemaPatterns.QubitRange, Qubit()).NotEmpty()),
        .. GateSchema.Keys(),
    ];

    private static SchemaShape Qubit() => SchemaShape.Mapping(
        SchemaKey.Optional("label", "The vendor's name of the qubit.", SchemaShape.Text),
        SchemaKey.Optional("t1", "Energy relaxation time T1, as reported.", SchemaShape.Amount(Dimension.Time)),
        SchemaKey.Optional("t2", "Coherence time T2, as reported; at most 2·T1.", SchemaShape.Amount(Dimension.Time)),
        SchemaKey.Optional("frequency", "Frequency of the qubit; only the thermal population depends on it.", SchemaShape.Amount(Dimension.Frequency)),
        SchemaKey.Optional("anharmonicity", "Anharmonicity of the qubit.", SchemaShape.Measure(Dimension.Frequency)),
        SchemaKey.Optional("readout", "Errors and duration of the readout: the pair of probabilities or the single error.", Readout()),
        SchemaKey.Optional("reset", "Duration of a reset; without it a reset takes no time.", SchemaShape.Amount(Dimension.Time)),
        SchemaKey.Optional("temperature", "Temperature of this qubit.", SchemaShape.Amount(Dimension.Temperature)),
        SchemaKey.Optional(
            "at", "[row, column] in the vendor's drawing.",
            SchemaShape.List(SchemaShape.Integer(-QubitSection.FarthestCoordinate, QubitSection.FarthestCoordinate), 2, 2)));

    private static SchemaShape Readout() => SchemaShape.Mapping(
        SchemaKey.Optional("p1_given_0", "P(1|0), the probability of reading 1 where the state is 0.", SchemaShape.Number(0, 1)),
        SchemaKey.Optional("p0_given_1", "P(0|1), the probability of reading 0 where the state is 1.", SchemaShape.Number(0, 1)),
        SchemaKey.Optional("error", "The single error as reported.", SchemaShape.Number(0, 1)),
        SchemaKey.Optional("length", "Duration of the readout.", SchemaShape.Amount(Dimension.Time)));
}
