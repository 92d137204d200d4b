using System.Text.RegularExpressions;
using System.Xml.Linq;
using QmlBench.Reporting;
using QmlBench.Suites.Results;
using QmlBench.Tests.Suites;

namespace QmlBench.Tests.Reporting;

public sealed class ReportWriterTests : IDisposable
{
    private const string Attack = "<script>alert('x')</script>\"&";

    private readonly string _folder = Directory.CreateTempSubdirectory("qmlbench-report-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void WritesAllFilesAndReturnsThePage()
    {
        var page = ReportWriter.Write(SampleStudy.Make(), Path.Combine(_folder, "a", "b"));
        Assert.Equal(Path.Combine(_folder, "a", "b", "index.html"), page);
        Assert.Equal(
            ["claims.csv", "index.html", "predictions.csv", "report.md", "trials.csv"],
            Directory.GetFiles(Path.GetDirectoryName(page)!).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EqualInputGivesEqualBytesWhateverTheOrderOfTrials()
    {
        var input = SampleStudy.Make();
        var first = WriteTo("first", input);
        var second = WriteTo("second", input with { Trials = [.. input.Trials.Reverse()] });
        foreach (var file in Directory.GetFiles(first))
            Assert.Equal(File.ReadAllBytes(file), File.ReadAllBytes(Path.Combine(second, Path.GetFileName(file))));
    }

    [Fact]
    public void EveryClaimIsThereWithItsVerdictInWords()
    {
        var articles = Page(SampleStudy.Make()).Descendants("article").ToList();
        var claims = SampleStudy.Claims();
        Assert.Equal(claims.Length, articles.Count);
        foreach (var (claim, article) in claims.Zip(articles))
        {
            Assert.Contains(claim.Name, article.Value, StringComparison.Ordinal);
            Assert.Contains(claim.Statement, article.Value, StringComparison.Ordinal);
            Assert.Contains(claim.Reason, article.Value, StringComparison.Ordinal);
            var badge = article.Descendants("span")
                .First(span => span.Attribute("class")!.Value.StartsWith("badge", StringComparison.Ordinal));
            Assert.EndsWith(" " + claim.Verdict, badge.Value, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void RefutedAndUnexpectedAreSaidAtTheTop()
    {
        var answer = Page(SampleStudy.Make()).Descendants("section").First(section => section.Attribute("id")!.Value == "answer").Value;
        Assert.Contains(
            "Of 6 claims: 1 supported, 1 equivalent, 1 refuted, 1 inconclusive, 1 invalid, 1 not evaluated.",
            answer,
            StringComparison.Ordinal);
        Assert.Contains("say no to “On the hidden manifold", answer, StringComparison.Ordinal);
        Assert.Contains("kernel-alike-cancer is equivalent, not supported", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void HistoryStartsWhereTheVerdictLastChangedAndLeavesOtherSuitesOut()
    {
        var article = Page(SampleStudy.Make()).Descendants("article").First().Value;
        Assert.Contains("refuted since 2026-05-04T10:01:12Z (run 3fa94c1e)", article, StringComparison.Ordinal);
        Assert.Contains("2026-04-01T09:00:00Z: inconclusive", article, StringComparison.Ordinal);
        Assert.DoesNotContain("77777777", article, StringComparison.Ordinal);
    }

    [Fact]
    public void AsksForNothingFromOutside()
    {
        var html = File.ReadAllText(Path.Combine(WriteTo("page", SampleStudy.Make()), "index.html"));
        Assert.DoesNotMatch(new Regex("(src|srcset|href|action|data)\\s*=\\s*[\"'](?!#)", RegexOptions.IgnoreCase), html);
        Assert.DoesNotMatch(new Regex("<(script|link|iframe|img|object|embed|base|form)\\b", RegexOptions.IgnoreCase), html);
        Assert.DoesNotMatch(new Regex("url\\(|@import", RegexOptions.IgnoreCase), html);
    }

    [Fact]
    public void EveryLinkInsideThePageHasItsPlace()
    {
        var page = Page(SampleStudy.Make());
        var places = page.Descendants().Select(element => element.Attribute("id")?.Value).OfType<string>().ToList();
        Assert.Equal(places.Count, places.Distinct().Count());
        Assert.All(page.Descendants("a"), link => Assert.Contains(link.Attribute("href")!.Value[1..], places));
    }

    [Fact]
    public void NamesCannotBecomeMarkup()
    {
        var key = SampleResults.Trial("a").Key with { Dataset = Attack, Model = Attack, Device = Attack, Mitigation = Attack };
        var trial = SampleResults.Trial("a") with { Key = key };
        var claim = SampleResults.Claim("refuted") with
        {
            Name = Attack,
            Statement = Attack,
            Reason = Attack,
            Treatment = Attack,
            Dataset = Attack,
        };
        var run = SampleResults.Run(Attack, Attack, claim) with { Title = Attack, Description = Attack, Config = Attack };
        var failed = TrialResult.Failure(key with { IdentityHash = "f" }, Attack);
        var input = new ReportInput(run, [trial, failed], []);
        var page = Page(input);
        Assert.Empty(page.Descendants("script"));
        Assert.Equal(Attack, page.Descendants("h1").Single().Value);
        var markdown = File.ReadAllText(Path.Combine(_folder, "page", "report.md"));
        Assert.DoesNotMatch(new Regex(@"(?<!\\)<"), Regex.Replace(markdown, "(?ms)^```$.*?^```$", string.Empty));
    }

    [Fact]
    public void EveryPlotHasAxisCaptionAndAlternativeText()
    {
        var figures = Page(SampleStudy.Make()).Descendants("figure").ToList();
        Assert.True(figures.Count >= 5 + 2 * 5, $"{figures.Count} figures");
        foreach (var figure in figures)
        {
            var chart = figure.Elements("svg").Single();
            Assert.NotEmpty(chart.Attribute("aria-label")!.Value);
            Assert.NotEmpty(figure.Element("figcaption")!.Value);
            Assert.NotEmpty(figure.Elements("p").Single(p => p.Attribute("class")!.Value == "axis-label").Value);
            Assert.InRange(chart.Elements("text").Count(text => text.Attribute("text-anchor") is not null), 2, 6);
            Assert.NotEmpty(chart.Descendants("title"));
        }
    }

    [Fact]
    public void UndefinedMetricsSaySo()
    {
        var page = Page(new(SampleResults.Run("r", "t"), [SampleResults.Trial("a"), SampleResults.Trial("b", draw: 1)], []));
        var cells = page.Descendants("td").Select(cell => cell.Value).ToList();
        Assert.Contains("undefined", cells);
        Assert.DoesNotContain(cells, cell => cell.Contains("NaN", StringComparison.Ordinal));
    }

    [Fact]
    public void OneDrawIsShownWithoutAnInventedInterval()
    {
        var page = Page(new(SampleResults.Run("r", "t"), [SampleResults.Trial("a")], []));
        Assert.Contains("0.500 (one draw, no interval)", page.Descendants("td").Select(cell => cell.Value));
    }

    [Fact]
    public void FailedTrialsAreListedAndNoticesStandOnce()
    {
        var study = SampleStudy.Make();
        var failed = TrialResult.Failure(study.Trials[0].Key with { IdentityHash = "zz", Draw = 99 }, "the register does not fit");
        var page = Page(study with { Trials = [.. study.Trials, failed] });
        Assert.Contains("the register does not fit", Section(page, "failures").Value, StringComparison.Ordinal);
        var notices = Section(page, "notices").Descendants("li").Select(item => item.Value).ToList();
        Assert.Equal(3, notices.Count);
        Assert.All(notices, notice => Assert.EndsWith("(140 trials)", notice, StringComparison.Ordinal));
    }

    [Fact]
    public void NoticesThatDifferInACountAreOne()
    {
        var trials = new[] { "cdr: 3 of 60 values kept", "cdr: 12 of 60 values kept", "cdr: 7 of 50 values kept", "other" }
            .Select((notice, draw) =>
            {
                var trial = SampleResults.Trial("t" + draw, draw: draw);
                return trial with { Provenance = trial.Provenance with { Notices = [notice] } };
            });
        var page = Page(new(SampleResults.Run("r", "t"), [.. trials], []));
        Assert.Equal(
            ["cdr: 3 to 12 of 60 values kept (2 trials)", "cdr: 7 of 50 values kept (1 trial)", "other (1 trial)"],
            Section(page, "notices").Descendants("li").Select(item => item.Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void MarkdownHoldsTheNumbersOfEveryTableOfThePage()
    {
        var page = Page(SampleStudy.Make());
        var markdown = File.ReadAllText(Path.Combine(_folder, "page", "report.md"));
        var cells = page.Descendants("td")
            .Where(cell => cell.Attribute("class")!.Value == "n")
            .Select(cell => cell.Value)
            .Distinct()
            .ToList();
        Assert.True(cells.Count > 100);
        Assert.All(cells, cell => Assert.Contains($"| {cell} |", markdown, StringComparison.Ordinal));
    }

    [Fact]
    public void UnequalShotsAreNamedAndEqualOnesConfirmed()
    {
        var study = SampleStudy.Make();
        Assert.Contains("spent the same total of shots", Section(Page(study), "data-1").Value, StringComparison.Ordinal);
        var skewed = study.Trials.Select(trial => trial.Key is { Dataset: "cancer", Mitigation: "cdr", Device: "ibm_fez_2025-02-26" }
            ? trial with { Evaluation = trial.Evaluation with { Shots = 1 } }
            : trial);
        var section = Section(Page(study with { Trials = [.. skewed] }), "data-1").Value;
        Assert.Contains("not a fair comparison: re-uploading on ibm_fez_2025-02-26.", section, StringComparison.Ordinal);
    }

    [Fact]
    public void PredictedStandsBesideSimulatedFidelity()
    {
        var table = FidelityTable(Page(SampleStudy.Make()));
        Assert.Equal(6, table.Count);
        Assert.Equal(
            [
                "quantum-kernel", "ibm_fez_2025-02-26", "none (raw), readout, readout+zne", "10", "12", "21", "0.775 [0.775, 0.775]",
                "–", "–",
            ],
            table[0]);
        Assert.Equal(
            [
                "re-uploading", "ibm_manila_2024-05-27", "none (raw), cdr, readout, readout+zne", "10", "4", "12", "0.825 [0.825, 0.825]",
                "0.8395 [0.8338, 0.8452]", "0.0145 [0.0088, 0.0202]",
            ],
            table[^1]);
    }

    [Fact]
    public void ADashBesideAPredictionHasItsReason()
    {
        var section = Section(Page(SampleStudy.Make()), "data-1").Value;
        Assert.Contains(
            "No simulated fidelity of quantum-kernel on ibm_fez_2025-02-26 in 10 of 10 trials: the circuit touches 12 qubits.",
            section, StringComparison.Ordinal);
    }

    [Fact]
    public void TechniquesCompiledDifferentlyHaveLinesOfTheirOwn()
    {
        var study = SampleStudy.Make();
        var other = study.Trials.Select(trial => trial is { Key.Mitigation: "readout", Fidelity: { } fidelity }
            ? trial with { Fidelity = fidelity with { Predicted = 0.5 } }
            : trial);
        Assert.Equal(12, FidelityTable(Page(study with { Trials = [.. other] })).Count);
    }

    [Fact]
    public void TrialsOfOlderDatabasesSayThatNothingWasRecorded()
    {
        var old = SampleResults.Trial("a") with { Fidelity = null };
        var page = Page(new(SampleResults.Run("r", "t"), [old, SampleResults.Trial("b", draw: 1)], []));
        Assert.Contains(
            "in 1 of 2 trials: stored before fidelities were recorded.", Section(page, "data-1").Value, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "simulated fidelity", Section(Page(new(SampleResults.Run("r", "t"), [old], [])), "data-1").Value, StringComparison.Ordinal);
    }

    private static List<List<string>> FidelityTable(XElement page)
    {
        var heading = page.Descendants("h3").First(h3 => h3.Value == "Predicted and simulated fidelity");
        var table = heading.ElementsAfterSelf("div").First().Descendants("tbody").Single();
        return [.. table.Elements("tr").Select(row => row.Elements("td").Select(cell => cell.Value).ToList())];
    }

    private static XElement Section(XElement page, string id) =>
        page.Descendants("section").Single(section => section.Attribute("id")?.Value == id);

    // The page is written so that an XML reader takes it too: every tag closed, every value escaped.
    private XElement Page(ReportInput input)
    {
        var html = File.ReadAllText(Path.Combine(WriteTo("page", input), "index.html"));
        return XElement.Parse(html["<!DOCTYPE html>".Length..]);
    }

    private string WriteTo(string name, ReportInput input) =>
        Path.GetDirectoryName(ReportWriter.Write(input, Path.Combine(_folder, name)))!;
}
