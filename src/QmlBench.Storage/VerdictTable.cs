using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using QmlBench.Suites.Results;

namespace QmlBench.Storage;

/// <summary>The append-only history of verdicts: a line is added where a claim's verdict, terms or interval changed.</summary>
internal static class VerdictTable
{
    private const string Columns = "suite, claim, revision, run, recorded_utc AS RecordedUtc, verdict, expected, effect, lower, upper";

    public static double? Nullable(double value) => double.IsNaN(value) ? null : value;

    public static void Append(SqliteConnection connection, SqliteTransaction transaction, RunRecord run, DateTimeOffset now)
    {
        foreach (var claim in run.Claims.Where(claim => claim.Verdict != "not evaluated"))
        {
            var last = connection.QueryFirstOrDefault<VerdictRow>(
                $"SELECT {Columns} FROM verdict WHERE suite = @Suite AND claim = @Name ORDER BY id DESC LIMIT 1",
                new { run.Suite, claim.Name },
                transaction);
            if (last is not null && last.Says(claim))
                continue;
            connection.Execute(
                """
                INSERT INTO verdict (suite, claim, revision, run, recorded_utc, verdict, expected, effect, lower, upper)
                VALUES (@Suite, @Claim, @Revision, @Run, @Now, @Verdict, @Expected, @Effect, @Lower, @Upper)
                """,
                new
                {
                    run.Suite,
                    Claim = claim.Name,
                    claim.Revision,
                    Run = run.Name,
                    Now = now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture),
                    claim.Verdict,
                    claim.Expected,
                    Effect = Nullable(claim.Effect),
                    Lower = Nullable(claim.Lower),
                    Upper = Nullable(claim.Upper),
                },
                transaction);
        }
    }

    public static IReadOnlyList<VerdictEntry> ReadAll(SqliteConnection connection) =>
        [.. connection.Query<VerdictRow>($"SELECT {Columns} FROM verdict ORDER BY id").Select(row => row.Entry())];

    private sealed class VerdictRow
    {
        public string Suite { get; set; } = string.Empty;

        public string Claim { get; set; } = string.Empty;

        public string Revision { get; set; } = string.Empty;

        public string Run { get; set; } = string.Empty;

        public string RecordedUtc { get; set; } = string.Empty;

        public string Verdict { get; set; } = string.Empty;

        public string Expected { get; set; } = string.Empty;

        public double? Effect { get; set; }

        public double? Lower { get; set; }

        public double? Upper { get; set; }

        public bool Says(ClaimOutcome claim) =>
            Revision == claim.Revision && Verdict == claim.Verdict && Expected == claim.Expected
            && Effect == Nullable(claim.Effect) && Lower == Nullable(claim.Lower) && Upper == Nullable(claim.Upper);

        public VerdictEntry Entry() => new(
            Suite, Claim, Revision, Run, RecordedUtc, Verdict, Expected, Effect ?? double.NaN, Lower ?? double.NaN, Upper ?? double.NaN);
    }
}
