using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Suites.Canonical;
using QmlBench.Suites.Results;
using QmlBench.Suites.Running;

namespace QmlBench.Cli.Composition;

/// <summary>Puts together what is kept of a run.</summary>
internal static class RunRecords
{
    /// <summary>The record of a run that ended.</summary>
    public static RunRecord Make(
        SuiteFile file, RunOutcome outcome, ImmutableArray<ClaimOutcome> claims, DateTimeOffset started, DateTimeOffset finished) => new(
        outcome.Plan.RunName,
        file.Suite.Name,
        file.Suite.Title,
        file.Suite.Description,
        CanonicalJson.Object(("seed", file.Suite.Seed), ("text", file.Text)).Hash,
        file.Text,
        file.Suite.Seed,
        Time(started),
        Time(finished),
        outcome.Digest,
        [.. outcome.Plan.Trials.Select(trial => trial.ResultKey)],
        claims,
        RunEnvironment.Describe());

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
