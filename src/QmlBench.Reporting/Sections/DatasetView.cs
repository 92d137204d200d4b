using System.Collections.Immutable;

namespace QmlBench.Reporting.Sections;

/// <summary>The results on one data set, ready to print.</summary>
/// <param name="Name">Name of the data set.</param>
/// <param name="Text">What the data are and how numbers are summarised.</param>
/// <param name="Blocks">Scores, drops, mitigation.</param>
internal sealed record DatasetView(string Name, ImmutableArray<string> Text, ImmutableArray<Block> Blocks);
