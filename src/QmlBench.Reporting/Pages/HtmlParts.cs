using System.Collections.Immutable;
using QmlBench.Reporting.Sections;

namespace QmlBench.Reporting.Pages;

/// <summary>The parts a page is made of.</summary>
/// <param name="html">The page they are added to.</param>
internal sealed class HtmlParts(HtmlMarkup html)
{
    private const int LongestUnbroken = 48;   // signs of a cell that is kept on one line

    /// <summary>A claim with its verdict in a word, its interval and what decided.</summary>
    public void Claim(ClaimView claim)
    {
        html.Add($"<article class=\"claim {claim.Style}\">");
        html.Add($"<h3><span class=\"badge {claim.Style}\"><span aria-hidden=\"true\">{claim.Sign}</span> {claim.Verdict}</span> "
            + $"{claim.Name}</h3>");
        html.Add($"<p class=\"statement\">{claim.Statement}</p>");
        var style = claim.AsExpected ? "expected" : "unexpected";
        html.Add($"<p>{claim.Meaning} <span class=\"{style}\">This is {claim.Expectation}.</span></p>");
        if (claim.Figure is { } figure)
            Figure(figure);
        Facts(claim.Facts.Add(new("History", claim.Since)));
        if (!claim.Details.IsEmpty || !claim.History.IsEmpty)
            Details(claim);
        html.Add($"</article>");
    }

    /// <summary>A headed part of a section.</summary>
    public void Block(Block block)
    {
        html.Add($"<h3>{block.Heading}</h3>");
        foreach (var text in block.Text)
            html.Add($"<p>{text}</p>");
        foreach (var figure in block.Figures)
            Figure(figure);
        if (block.Table is { } table)
            Table(table);
    }

    /// <summary>A table that scrolls by itself where it is too wide.</summary>
    public void Table(TableView table)
    {
        html.Add($"<p class=\"caption\">{table.Caption}</p>");
        html.Add($"<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{table.Caption}\">\n<table>\n<thead>\n<tr>");
        for (var i = 0; i < table.Headers.Length; i++)
            html.Add($"<th scope=\"col\" class=\"{Style(table, i)}\">{table.Headers[i]}</th>");
        html.Add($"</tr>\n</thead>\n<tbody>");
        foreach (var row in table.Rows)
        {
            html.Add($"<tr>");
            for (var i = 0; i < row.Length; i++)
                html.Add($"<td class=\"{(row[i].Length > LongestUnbroken ? "w" : Style(table, i))}\">{row[i]}</td>");
            html.Add($"</tr>");
        }

        html.Add($"</tbody>\n</table>\n</div>");
    }

    /// <summary>Names and values.</summary>
    public void Facts(ImmutableArray<Fact> facts)
    {
        html.Add($"<dl>");
        foreach (var fact in facts)
            html.Add($"<div><dt>{fact.Name}</dt><dd>{fact.Value}</dd></div>");
        html.Add($"</dl>");
    }

    private static string Style(TableView table, int column) => column < table.TextColumns ? "t" : "n";

    private void Details(ClaimView claim)
    {
        html.Add($"<details>\n<summary>Further statistics (shown, not decisive) and the history of verdicts</summary>");
        if (!claim.Details.IsEmpty)
            Facts(claim.Details);
        if (!claim.History.IsEmpty)
        {
            html.Add($"<ul>");
            foreach (var line in claim.History)
                html.Add($"<li>{line}</li>");
            html.Add($"</ul>");
        }

        html.Add($"</details>");
    }

    private void Figure(FigureView figure)
    {
        html.Add($"<figure>");
        if (!figure.Legend.IsEmpty)
        {
            html.Add($"<ul class=\"legend\">");
            foreach (var entry in figure.Legend)
                html.Add($"<li>{new HtmlMarkup.Drawing(entry.Swatch)} {entry.Name}</li>");
            html.Add($"</ul>");
        }

        html.Add($"{new HtmlMarkup.Drawing(figure.Svg)}\n<p class=\"axis-label\">{figure.AxisLabel}</p>");
        html.Add($"<figcaption>{figure.Caption}</figcaption>\n</figure>");
    }
}
