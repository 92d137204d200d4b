using System.Collections.Immutable;

namespace QmlBench.Reporting.Sections;

/// <summary>A whole report in the order of printing; every value is text, nothing is escaped yet.</summary>
/// <param name="Title">Title of the suite.</param>
/// <param name="Suite">Name of the suite.</param>
/// <param name="Run">Name of the run.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Extent">What was run.</param>
/// <param name="Answer">The answer in two sentences.</param>
/// <param name="Expectation">Whether that is what the suite expects.</param>
/// <param name="Claims">The claims.</param>
/// <param name="Datasets">The results.</param>
/// <param name="Tuning">Fairness of tuning; null when nothing was tuned.</param>
/// <param name="Costs">The ledger.</param>
/// <param name="Failures">Failed trials.</param>
/// <param name="Notices">Every fallback and assumption, with the number of trials it concerns.</param>
/// <param name="Commands">Commands that give this run again.</param>
/// <param name="Provenance">What determines the numbers, and where they were computed.</param>
/// <param name="Config">The suite file.</param>
/// <param name="Terms">Glossary.</param>
internal sealed record ReportView(
    string Title,
    string Suite,
    string Run,
    string Question,
    string Extent,
    ImmutableArray<string> Answer,
    string Expectation,
    ImmutableArray<ClaimView> Claims,
    ImmutableArray<DatasetView> Datasets,
    Block? Tuning,
    ImmutableArray<Block> Costs,
    TableView Failures,
    ImmutableArray<Fact> Notices,
    ImmutableArray<Fact> Commands,
    ImmutableArray<Fact> Provenance,
    string Config,
    ImmutableArray<Fact> Terms);
