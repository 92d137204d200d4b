using QmlBench.Learning.Preprocessing;

namespace QmlBench.Learning.Datasets;

/// <summary>A data set of the catalogue, with its numbers still open.</summary>
/// <param name="Name">Name, as suites write it.</param>
/// <param name="Description">One line for lists.</param>
/// <param name="IsGenerated">
/// True if every draw is a new sample of a population; false for a table, of which only the split differs.
/// </param>
/// <param name="MostFeatures">Most features that can reach a model, or null where a generator has no bound.</param>
/// <param name="Open">
/// The source for a number of features, a dimension of the manifold and a number of samples; a table uses none of them.
/// </param>
/// <param name="Preprocessing">
/// What makes of the raw features the number wanted, fitted to training samples alone: standard scaling and principal components
/// for a table, nothing for a generator.
/// </param>
public sealed record DatasetEntry(
    string Name,
    string Description,
    bool IsGenerated,
    int? MostFeatures,
    Func<int, int, int, IDatasetSource> Open,
    Func<int, Pipeline> Preprocessing)
{
    internal static DatasetEntry Table(IDatasetSource source, int columns) => new(
        source.Name,
        source.Description,
        false,
        columns,
        (_, _, _) => source,
        features => new([new StandardScaler(), new PrincipalComponents(features)]));

    internal static DatasetEntry Generator(string name, string description, Func<int, int, int, IDatasetSource> open) =>
        new(name, description, true, null, open, _ => Pipeline.Raw);
}
