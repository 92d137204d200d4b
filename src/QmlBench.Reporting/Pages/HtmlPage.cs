using System.Collections.Immutable;
using QmlBench.Reporting.Sections;

namespace QmlBench.Reporting.Pages;

/// <summary>The report as one HTML file that asks for nothing else: style and drawings are inside.</summary>
internal sealed class HtmlPage
{
    private readonly HtmlMarkup _html = new();

    /// <summary>The page.</summary>
    public static string Render(ReportView view)
    {
        var page = new HtmlPage();
        page.Head(view);
        page.Answer(view);
        page.Claims(view.Claims);
        page.Results(view);
        page.Ending(view);
        page._html.Add($"</main>\n</body>\n</html>");
        return page._html.ToString();
    }

    private void Head(ReportView view)
    {
        _html.Add($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>");
        _html.Add($"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n<meta name=\"color-scheme\" "
            + $"content=\"light dark\"/>");
        _html.Add($"<title>{view.Title}</title>\n<style>\n{new HtmlMarkup.Drawing(StyleSheet.Text)}</style>\n</head>\n<body>\n<header>");
        _html.Add($"<p class=\"kicker\">QmlBench report · suite {view.Suite} · run "
            + $"{view.Run}</p>\n<h1>{view.Title}</h1>\n</header>\n<main>");
    }

    private void Answer(ReportView view)
    {
        _html.Add($"<section id=\"answer\">\n<h2>What was asked, and the answer</h2>");
        Paragraphs([view.Question, view.Extent]);
        _html.Add($"<p class=\"answer\">{string.Join(' ', view.Answer)}</p>");
        Paragraphs([view.Expectation]);
        _html.Add($"<nav aria-label=\"Sections\"><a href=\"#claims\">Claims</a>");
        for (var i = 0; i < view.Datasets.Length; i++)
            _html.Add($"<a href=\"#data-{i + 1}\">Results on {view.Datasets[i].Name}</a>");
        _html.Add($"<a href=\"#tuning\">Fairness</a> <a href=\"#cost\">Cost</a>");
        if (!view.Failures.IsEmpty)
            _html.Add($"<a href=\"#failures\">Failed trials</a>");
        _html.Add($"<a href=\"#notices\">Notices</a> <a href=\"#reproduce\">How to reproduce</a> <a "
            + $"href=\"#words\">Words</a></nav>\n</section>");
    }

    private void Claims(ImmutableArray<ClaimView> claims)
    {
        _html.Add($"<section id=\"claims\">\n<h2>Claims</h2>");
        if (claims.IsEmpty)
            Paragraphs(["The suite makes no claim."]);
        foreach (var claim in claims)
            new HtmlParts(_html).Claim(claim);
        _html.Add($"</section>");
    }

    private void Results(ReportView view)
    {
        for (var i = 0; i < view.Datasets.Length; i++)
        {
            var data = view.Datasets[i];
            _html.Add($"<section id=\"data-{i + 1}\">\n<h2>Results on {data.Name}</h2>");
            Paragraphs(data.Text);
            Blocks(data.Blocks);
            _html.Add($"</section>");
        }

        _html.Add($"<section id=\"tuning\">\n<h2>Fairness</h2>");
        if (view.Tuning is null)
            Paragraphs(["No model was tuned."]);
        else
            Blocks([view.Tuning]);
        _html.Add($"</section>\n<section id=\"cost\">\n<h2>Cost</h2>");
        Blocks(view.Costs);
        _html.Add($"</section>");
    }

    private void Ending(ReportView view)
    {
        if (!view.Failures.IsEmpty)
        {
            _html.Add($"<section id=\"failures\">\n<h2>Failed trials</h2>");
            new HtmlParts(_html).Table(view.Failures);
            _html.Add($"</section>");
        }

        Notices(view.Notices);
        Reproduce(view);
        _html.Add($"<section id=\"words\">\n<h2>Words used here</h2>");
        new HtmlParts(_html).Facts(view.Terms);
        _html.Add($"</section>");
    }

    private void Notices(ImmutableArray<Fact> notices)
    {
        _html.Add($"<section id=\"notices\">\n<h2>Notices</h2>");
        Paragraphs([notices.IsEmpty ? "None: no fallback, no assumption." : "Every assumption and fallback, each once."]);
        if (!notices.IsEmpty)
        {
            _html.Add($"<ul>");
            foreach (var notice in notices)
                _html.Add($"<li>{notice.Name} <span class=\"quiet\">({notice.Value})</span></li>");
            _html.Add($"</ul>");
        }

        _html.Add($"</section>");
    }

    private void Reproduce(ReportView view)
    {
        _html.Add($"<section id=\"reproduce\">\n<h2>How to reproduce</h2>");
        foreach (var command in view.Commands)
            _html.Add($"<p>{command.Name}</p>\n<pre><code>{command.Value}</code></pre>");
        _html.Add($"<p>Beside this page: <code>report.md</code> (this report as text), <code>trials.csv</code> (metrics and costs of "
            + $"every trial),");
        _html.Add($"<code>predictions.csv</code> (every answer of every model), <code>claims.csv</code>.</p>");
        new HtmlParts(_html).Facts(view.Provenance);
        _html.Add($"<details>\n<summary>The suite as it was read</summary>\n<pre><code>{view.Config}</code></pre>\n</details>\n</section>");
    }

    private void Blocks(ImmutableArray<Block> blocks)
    {
        foreach (var block in blocks)
            new HtmlParts(_html).Block(block);
    }

    private void Paragraphs(IEnumerable<string> texts)
    {
        foreach (var text in texts.Where(text => text.Length > 0))
            _html.Add($"<p>{text}</p>");
    }
}
