using System.Collections.Immutable;

namespace QmlBench.Reporting.Sections;

/// <summary>A table ready to print: every cell is text.</summary>
/// <param name="Caption">What it shows.</param>
/// <param name="Headers">Column heads.</param>
/// <param name="Rows">Cells, one list per row.</param>
/// <param name="TextColumns">How many of the first columns hold words; the others hold numbers and are set to the right.</param>
internal sealed record TableView(
    string Caption, ImmutableArray<string> Headers, ImmutableArray<ImmutableArray<string>> Rows, int TextColumns)
{
    /// <summary>Whether there is nothing to print.</summary>
    public bool IsEmpty => Rows.IsEmpty;
}
