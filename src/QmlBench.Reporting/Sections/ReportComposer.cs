using System.Collections.Immutable;
using QmlBench.Reporting.Analysis;
using QmlBench.Suites.Results;

namespace QmlBench.Reporting.Sections;

/// <summary>Puts a report together from its sections.</summary>
internal static class ReportComposer
{
    /// <summary>The report of <paramref name="input"/>.</summary>
    public static ReportView Compose(ReportInput input)
    {
        var datasets = DatasetTrials.Of(input);
        var run = input.Run;
        return new(
            run.Title.Length == 0 ? run.Suite : run.Title,
            run.Suite,
            run.Name,
            run.Description.Trim(),
            Summary.Extent(input),
            Summary.Answer(run.Claims),
            Summary.Expectation(run.Claims),
            ClaimSection.Of(input),
            DatasetSection.Of(datasets),
            TuningBlock.Of(datasets),
            CostBlock.Of(datasets),
            Failures(input.Trials),
            NoticeList.Of(input.Trials),
            Commands(run),
            Provenance(run, input.Trials),
            run.Config,
            Glossary.Terms);
    }

    private static TableView Failures(IReadOnlyList<TrialResult> trials) => new(
        "Trials without a result. They are in no table and no plot, and a run with one has no digest.",
        ["Trial", "Why"],
        [
            .. trials.Where(trial => !trial.Succeeded).OrderBy(trial => trial.Key.Path, StringComparer.Ordinal)
                .Select(trial => ImmutableArray.Create(trial.Key.Path, trial.Error ?? string.Empty)),
        ],
        TextColumns: 2);

    private static ImmutableArray<Fact> Commands(RunRecord run) =>
    [
        new("Save the suite below as a file (or take the one shipped) and run it again; nothing that is stored is computed twice:",
            $"dotnet run -c Release --project src/QmlBench.Cli -- run suites/{run.Suite}.yaml"),
        new("Write this report again from the database:", $"dotnet run -c Release --project src/QmlBench.Cli -- report {run.Name}"),
    ];

    private static ImmutableArray<Fact> Provenance(RunRecord run, IReadOnlyList<TrialResult> trials) =>
    [
        new("Run", run.Name),
        new("Digest", run.Digest ?? "none: a trial failed or is missing"),
        new("Seed", run.Seed.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        new("SHA-256 of the configuration", run.ConfigHash),
        new("Started", run.StartedUtc),
        new("Finished", run.FinishedUtc.Length == 0 ? "not finished" : run.FinishedUtc),
        .. run.Environment.Select(pair => new Fact(pair.Key, pair.Value)),
        .. Methods(trials),
    ];

    private static IEnumerable<Fact> Methods(IReadOnlyList<TrialResult> trials) => trials
        .Where(trial => trial.Provenance.Method.Length > 0)
        .Select(trial => trial.Provenance)
        .GroupBy(from => from.Why.Length == 0 ? from.Method : $"{from.Method} ({from.Why})")
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new Fact("Method of simulation", $"{group.Key}: {NumberText.Of(group.Count())} trials"));
}
