using System.Collections.Immutable;
using System.Text;
using QmlBench.Reporting.Sections;

namespace QmlBench.Reporting.Pages;

/// <summary>The report as Markdown, for reviews and diffs: the same words and numbers as the page, without its plots.</summary>
internal sealed class MarkdownPage
{
    private readonly StringBuilder _text = new();

    /// <summary>The page.</summary>
    public static string Render(ReportView view)
    {
        var page = new MarkdownPage();
        page.Top(view);
        page.Claims(view.Claims);
        page.Results(view);
        page.Ending(view);
        return page._text.ToString();
    }

    private void Top(ReportView view)
    {
        Heading(1, view.Title);
        Paragraph($"Suite {view.Suite}, run {view.Run}. Plots are in index.html.");
        Heading(2, "What was asked, and the answer");
        if (view.Question.Length > 0)
            Paragraph(view.Question);
        Paragraph(view.Extent);
        Paragraph(string.Join(' ', view.Answer.Append(view.Expectation)).Trim());
    }

    private void Claims(ImmutableArray<ClaimView> claims)
    {
        Heading(2, "Claims");
        foreach (var claim in claims)
        {
            Heading(3, $"{claim.Sign} {claim.Verdict}: {claim.Name}");
            Paragraph(claim.Statement);
            Paragraph($"{claim.Meaning} This is {claim.Expectation}.");
            Facts(claim.Facts);
            Facts(claim.Details);
            Paragraph($"History: {claim.Since}.");
            Facts([.. claim.History.Select(line => new Fact(string.Empty, line))]);
        }
    }

    private void Results(ReportView view)
    {
        foreach (var data in view.Datasets)
        {
            Heading(2, "Results on " + data.Name);
            foreach (var text in data.Text)
                Paragraph(text);
            foreach (var block in data.Blocks)
                Print(block);
        }

        Heading(2, "Fairness and cost");
        foreach (var block in view.Tuning is null ? view.Costs : view.Costs.Insert(0, view.Tuning))
            Print(block);
    }

    private void Ending(ReportView view)
    {
        if (!view.Failures.IsEmpty)
        {
            Heading(2, "Failed trials");
            Table(view.Failures);
        }

        Heading(2, "Notices");
        Facts(view.Notices.IsEmpty ? [new(string.Empty, "none: no fallback, no assumption")] : view.Notices);
        Heading(2, "How to reproduce");
        foreach (var command in view.Commands)
        {
            Paragraph(command.Name);
            Code(command.Value);
        }

        Facts(view.Provenance);
        Heading(3, "The suite as it was read");
        Code(view.Config);
        Heading(2, "Words used here");
        Facts(view.Terms);
    }

    private void Print(Block block)
    {
        Heading(3, block.Heading);
        foreach (var text in block.Text)
            Paragraph(text);
        if (block.Table is { } table)
            Table(table);
    }

    private void Table(TableView table)
    {
        Paragraph(table.Caption);
        Row(table.Headers);
        Row([.. table.Headers.Select((_, column) => column < table.TextColumns ? ":--" : "--:")], escape: false);
        foreach (var row in table.Rows)
            Row(row);
        _text.Append('\n');
    }

    private void Row(ImmutableArray<string> cells, bool escape = true) =>
        _text.Append("| ").AppendJoin(" | ", cells.Select(cell => escape ? MarkdownText.Escape(cell) : cell)).Append(" |\n");

    private void Heading(int level, string text) => _text.Append('#', level).Append(' ').Append(MarkdownText.Escape(text)).Append("\n\n");

    private void Paragraph(string text) => _text.Append(MarkdownText.Escape(text)).Append("\n\n");

    private void Code(string text)
    {
        var fence = MarkdownText.Fence(text);
        _text.Append(fence).Append('\n').Append(text.TrimEnd('\n')).Append('\n').Append(fence).Append("\n\n");
    }

    private void Facts(ImmutableArray<Fact> facts)
    {
        foreach (var fact in facts)
        {
            _text.Append("- ").Append(MarkdownText.Escape(fact.Name.Length == 0 ? fact.Value : $"{fact.Name}: {fact.Value}")).Append('\n');
        }

        if (!facts.IsEmpty)
            _text.Append('\n');
    }
}
