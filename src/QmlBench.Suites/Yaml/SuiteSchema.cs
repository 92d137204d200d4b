using QmlBench.Devices.Noise;
using QmlBench.Devices.Schemas;
using QmlBench.Devices.Yaml;
using QmlBench.Suites.Vocabulary;

namespace QmlBench.Suites.Yaml;

/// <summary>The JSON Schema of suites, shipped as <c>suites/suite.schema.json</c>.</summary>
public static class SuiteSchema
{
    /// <summary>Name of the file it is shipped as, beside the suites.</summary>
    public const string FileName = "suite.schema.json";

    private const string Device = "device", Sources = "noiseSources", Selector = "selector";

    /// <summary>The schema.</summary>
    /// <param name="vocabulary">What a suite may name; devices aside, which every user has others of.</param>
    public static SchemaDocument Of(SuiteVocabulary vocabulary)
    {
        ArgumentNullException.ThrowIfNull(vocabulary);
        return new(
            "QmlBench suite",
            "What is compared with what, and what is claimed. The reference of the format is suites/README.md; 'qmlbench check FILE' checks all that a schema cannot.",
            SchemaShape.Mapping([.. Header(), .. Arms(vocabulary), .. Execution(), .. Claims(vocabulary)]),
            [
                (Device, SchemaShape.Any(SchemaShape.Text, DriftingDevice())),
                (Sources, SchemaShape.List(SchemaShape.Choice(NoiseSourceWords.All))),
                (Selector, CaseSelector()),
            ]);
    }

    private static IEnumerable<SchemaKey> Header() =>
    [
        SchemaKey.Required("schema", "The format of the file.", SchemaShape.Choice([SuiteYamlReader.Schema])),
        SchemaKey.Required("name", "Name of the suite.", SchemaShape.Text),
        SchemaKey.Optional("title", "One line for reports.", SchemaShape.Text),
        SchemaKey.Optional("description", "What the suite is for.", SchemaShape.Text),
        SchemaKey.Optional("seed", "Seed of every random stream; default 0.", SchemaShape.Integer(0)),
        SchemaKey.Optional("repeats", "Train seeds per draw of data, averaged inside the draw; default 1.", SchemaShape.Integer(1, 1000)),
    ];

    private static IEnumerable<SchemaKey> Arms(SuiteVocabulary vocabulary) =>
    [
        SchemaKey.Required("datasets", "What is learnt.", SchemaShape.List(Dataset(vocabulary), 1)),
        SchemaKey.Required("models", "What learns, each with its tuning grid.", SchemaShape.List(ModelSchema.Of(vocabulary), 1)),
        SchemaKey.Optional("train_on", "The device models are trained on; default ideal.", SchemaShape.Reference(Device)),
        SchemaKey.Optional("evaluate_on", "The devices models are judged on; default ideal.", SchemaShape.List(SchemaShape.Reference(Device))),
        SchemaKey.Optional("mitigation", "Error mitigation; default none.", SchemaShape.List(Mitigation(vocabulary), 1)),
        SchemaKey.Optional("include", "Cases that are run; default all.", SchemaShape.List(SchemaShape.Reference(Selector))),
        SchemaKey.Optional("exclude", "Cases that are not run.", SchemaShape.List(SchemaShape.Reference(Selector))),
    ];

    private static SchemaShape Dataset(SuiteVocabulary vocabulary) => SchemaShape.Mapping(
        SchemaKey.Required("name", "A name of your own.", SchemaShape.Text),
        SchemaKey.Optional("table", "A table, split again for every draw.", SchemaShape.Choice(vocabulary.Data.Where(d => !d.IsGenerated).Select(d => d.Name))),
        SchemaKey.Optional("generator", "A generator of new data for every draw.", SchemaShape.Choice(vocabulary.Data.Where(d => d.IsGenerated).Select(d => d.Name))),
        SchemaKey.Optional("features", "Features that reach the model; default 4.", SchemaShape.Integer(1, 1000)),
        SchemaKey.Optional("manifold", "Dimension of a generator's manifold; default 6.", SchemaShape.Integer(1, 1000)),
        SchemaKey.Optional("train", "Training samples; default 100.", SchemaShape.Integer(4, 1_000_000)),
        SchemaKey.Optional("test", "Test samples; default 60.", SchemaShape.Integer(2, 1_000_000)),
        SchemaKey.Optional("draws", "Draws of data, the units of replication; default 10.", SchemaShape.Integer(1, 10_000)))
        .WithOneOf("table", "generator");

    private static SchemaShape DriftingDevice() => SchemaShape.Mapping(
        SchemaKey.Required("device", "NAME, NAME@DATE, template:…, a file or ideal.", SchemaShape.Text),
        SchemaKey.Optional("noise_scale", "Factor on all noise; default 1.", SchemaShape.Number(0, 100)),
        SchemaKey.Optional("drift", "The device as it may be some days later.", SchemaShape.Mapping(
            SchemaKey.Required("days", "Days after the snapshot.", SchemaShape.Number(0, 3650)),
            SchemaKey.Optional("seed", "Seed of the path; all days of one seed lie on one.", SchemaShape.Integer(0)))));

    private static SchemaShape Mitigation(SuiteVocabulary vocabulary) => SchemaShape.Mapping(
        SchemaKey.Required("name", "A name of your own; none is the raw value.", SchemaShape.Text),
        SchemaKey.Optional(
            "techniques", "Techniques in the order in which they act on values, innermost first: " + string.Join("; ", vocabulary.Techniques.Select(t => t.Syntax)) + ".",
            SchemaShape.List(SchemaShape.Headed(vocabulary.Techniques.Select(t => t.Name)))));

    private static SchemaShape CaseSelector()
    {
        SchemaKey[] keys =
        [
            Names("datasets", "Names of data sets."), Names("models", "Names of models."),
            Names("devices", "Names of devices, with their factor where it is not 1; or classical."), Names("mitigation", "Names of mitigations."),
        ];
        return SchemaShape.Mapping(keys).WithAnyOf(keys.Select(key => key.Name));
    }

    private static SchemaKey Names(string key, string description) => SchemaKey.Optional(key, description, SchemaShape.List(SchemaShape.Text));

    private static IEnumerable<SchemaKey> Execution() =>
    [
        SchemaKey.Optional("execution", "How circuits are compiled and run.", ExecutionSchema.Of(Sources)),
        SchemaKey.Optional("limits", "What a trial may take.", SchemaShape.Mapping(
            SchemaKey.Optional("time", "Time of a trial.", SchemaShape.Amount(Dimension.WallTime)),
            SchemaKey.Optional("memory", "Memory of a trial.", SchemaShape.Measure(Dimension.Memory)),
            SchemaKey.Optional("exact_qubits", "Most qubits of a density matrix.", SchemaShape.Integer(1, 16)),
            SchemaKey.Optional("trajectories", "Most trajectories of a value.", SchemaShape.Integer(2, int.MaxValue)))),
    ];

    private static IEnumerable<SchemaKey> Claims(SuiteVocabulary vocabulary) =>
    [
        SchemaKey.Required("metrics", "What is recorded of every trial.", SchemaShape.List(SchemaShape.Choice(vocabulary.Metrics))),
        SchemaKey.Optional("claims", "What is claimed, each with the number of pairs that decide it.", SchemaShape.List(Claim(vocabulary), 1)),
    ];

    private static SchemaShape Claim(SuiteVocabulary vocabulary) => SchemaShape.Mapping(
        SchemaKey.Required("name", "A name of your own.", SchemaShape.Text),
        SchemaKey.Required("statement", "The claim in words.", SchemaShape.Text),
        SchemaKey.Required("dataset", "Name of a data set of the suite.", SchemaShape.Text),
        SchemaKey.Required("metric", "A metric of the suite.", SchemaShape.Choice(vocabulary.Metrics)),
        SchemaKey.Required("treatment", "The arm that is claimed to be better.", Arm()),
        SchemaKey.Required("control", "The arm it is compared with.", Arm()),
        SchemaKey.Optional("margin", "Difference that matters; default 0.", SchemaShape.Number(0, 1e6)),
        SchemaKey.Optional("alpha", "Error of the first kind over all claims; default 0.05.", SchemaShape.Number(1e-6, 0.5)),
        SchemaKey.Required("pairs", "Pairs of draws after which the claim is decided.", SchemaShape.Integer(2, 10_000)),
        SchemaKey.Optional("expect", "The verdict that is expected; default supported.", SchemaShape.Choice(ClaimSection.Verdicts)));

    private static SchemaShape Arm() => SchemaShape.Mapping(
        SchemaKey.Required("model", "Name of a model of the suite.", SchemaShape.Text),
        SchemaKey.Optional("device", "A device of evaluate_on, for a quantum model.", SchemaShape.Text),
        SchemaKey.Optional("mitigation", "Name of a mitigation of the suite; default none.", SchemaShape.Text));
}
