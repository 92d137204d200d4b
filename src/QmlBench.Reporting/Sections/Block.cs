using System.Collections.Immutable;

namespace QmlBench.Reporting.Sections;

/// <summary>A headed part of a section: a few sentences, then figures, then a table.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Text">What the reader is shown and how to read it, one string per paragraph.</param>
/// <param name="Figures">Plots.</param>
/// <param name="Table">The numbers; null for none.</param>
internal sealed record Block(string Heading, ImmutableArray<string> Text, ImmutableArray<FigureView> Figures, TableView? Table);
