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
    /// <param name="file">The suite.</param>
    /// <param name="outcome">What came of its plan.</param>
    /// <param name="claims">What became of its claims.</param>
    /// <param name="before">The record of the same run when it was run before: it began then, and ended then if nothing ran now.</param>
    /// <param name="started">When it began now.</param>
    /// <param name="finished">When it ended now.</param>
    public static RunRecord Make(
        SuiteFile file,
        RunOutcome outcome,
        ImmutableArray<ClaimOutcome> claims,
        RunRecord? before,
        DateTimeOffset started,
        DateTimeOffset finished) => new(
        outcome.Plan.RunName,
        file.Suite.Name,
        file.Suite.Title,
        file.Suite.Description,
        CanonicalJson.Object(("seed", file.Suite.Seed), ("text", file.Text)).Hash,
        file.Text,
        file.Suite.Seed,
        before?.StartedUtc ?? Time(started),
        outcome.Ran == 0 && before is not null ? before.FinishedUtc : Time(finished),
        outcome.Digest,
        [.. outcome.Plan.Trials.Select(trial => trial.ResultKey)],
        claims,
        RunEnvironment.Describe());

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
