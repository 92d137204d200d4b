using QmlBench.Devices.Schemas;
using QmlBench.Learning.Models;
using QmlBench.Suites.Vocabulary;

namespace QmlBench.Suites.Yaml;

/// <summary>The part of the schema of suites that is about models: every kind has settings of its own.</summary>
internal static class ModelSchema
{
    private const string SettingsText = "What is fixed.";
    private const string GridText = "What is tuned by cross-validation inside the training split, each with the values to try.";

    /// <summary>An item of <c>models</c>.</summary>
    public static SchemaShape Of(SuiteVocabulary vocabulary) => SchemaShape.Mapping(
        SchemaKey.Required("name", "A name of your own.", SchemaShape.Text),
        SchemaKey.Required("kind", string.Join(" ", vocabulary.Models.Select(m => $"{m.Name}: {m.Description}")), SchemaShape.Choice(vocabulary.Models.Select(m => m.Name))),
        SchemaKey.Optional("settings", SettingsText, SchemaShape.Entries(SchemaShape.Number())),
        SchemaKey.Optional("grid", GridText, SchemaShape.Entries(SchemaShape.List(SchemaShape.Number(), 1))),
        SchemaKey.Optional("folds", "Folds of cross-validation; default 5.", SchemaShape.Integer(2, 50)))
        .WithCases("kind", vocabulary.Models.Select(model => (model.Name, Keys(model))));

    private static IEnumerable<SchemaKey> Keys(IModelSpace model) =>
    [
        SchemaKey.Optional("settings", SettingsText, SchemaShape.Mapping(model.Hyperparameters.Select(one => Key(one, Value(one))))),
        SchemaKey.Optional("grid", GridText, SchemaShape.Mapping(model.Hyperparameters.Select(one => Key(one, SchemaShape.List(Value(one), 1))))),
    ];

    private static SchemaKey Key(HyperparameterSpec setting, SchemaShape value) =>
        SchemaKey.Optional(setting.Name, FormattableString.Invariant($"{setting.Description} Default {setting.Default}."), value);

    private static SchemaShape Value(HyperparameterSpec setting) => setting.IsWhole
        ? SchemaShape.Integer((long)setting.Least, (long)setting.Greatest)
        : SchemaShape.Number(setting.Least, setting.Greatest);
}
