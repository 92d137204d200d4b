using QmlBench.Suites.Canonical;

namespace QmlBench.Suites.Definition;

/// <summary>One data set of a suite and how it is drawn.</summary>
/// <param name="Name">Name inside the suite.</param>
/// <param name="Source">Name of the table or generator in the catalogue (<c>breast_cancer</c>, <c>hidden_manifold</c>).</param>
/// <param name="Features">Features that reach the models: dimension of a generator, number of principal components of a table.</param>
/// <param name="Train">Training samples of a draw.</param>
/// <param name="Test">Test samples of a draw.</param>
/// <param name="Draws">Independent draws (generator) or splits (table).</param>
/// <param name="IsTable">True for one fixed table that is split again for every draw; false for generated data.</param>
/// <param name="Manifold">Dimension of the hidden manifold; 0 where it does not apply.</param>
public sealed record DatasetSpec(string Name, string Source, int Features, int Train, int Test, int Draws, bool IsTable, int Manifold)
{
    /// <summary>What determines the data of a draw, for identities: not the number of draws, not the name in the suite.</summary>
    public CanonicalJson Canonical() => CanonicalJson.Object(
        ("features", Features), ("manifold", Manifold), ("source", Source), ("test", Test), ("train", Train));
}
