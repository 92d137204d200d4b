using System.Collections.Immutable;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using QmlBench.Suites.Results;

namespace QmlBench.Storage;

/// <summary>What became of the claims of a run.</summary>
internal static class ClaimTable
{
    public static void Write(SqliteConnection connection, SqliteTransaction transaction, long run, ImmutableArray<ClaimOutcome> claims)
    {
        connection.Execute("DELETE FROM claim WHERE run_id = @run", new { run }, transaction);
        connection.Execute(
            """
            INSERT INTO claim VALUES (@run, @Position, @Name, @Revision, @Statement, @Dataset, @Metric, @Treatment, @Control, @Margin,
                                      @Alpha, @Verdict, @Expected, @Reason, @Pairs, @PairsDeclared, @Effect, @Lower, @Upper, @Interval, @Details)
            """,
            claims.Select((claim, position) => new
            {
                run,
                Position = position,
                claim.Name,
                claim.Revision,
                claim.Statement,
                claim.Dataset,
                claim.Metric,
                claim.Treatment,
                claim.Control,
                claim.Margin,
                claim.Alpha,
                claim.Verdict,
                claim.Expected,
                claim.Reason,
                claim.Pairs,
                claim.PairsDeclared,
                Effect = VerdictTable.Nullable(claim.Effect),
                Lower = VerdictTable.Nullable(claim.Lower),
                Upper = VerdictTable.Nullable(claim.Upper),
                claim.Interval,
                Details = JsonSerializer.Serialize(claim.Details),
            }),
            transaction);
    }

    public static ImmutableArray<ClaimOutcome> Read(SqliteConnection connection, long run) =>
    [
        .. connection.Query<ClaimRow>("SELECT * FROM claim WHERE run_id = @run ORDER BY position", new { run }).Select(row => row.Outcome()),
    ];

    private sealed class ClaimRow
    {
        public string Name { get; set; } = string.Empty;

        public string Revision { get; set; } = string.Empty;

        public string Statement { get; set; } = string.Empty;

        public string Dataset { get; set; } = string.Empty;

        public string Metric { get; set; } = string.Empty;

        public string Treatment { get; set; } = string.Empty;

        public string Control { get; set; } = string.Empty;

        public double Margin { get; set; }

        public double Alpha { get; set; }

        public string Verdict { get; set; } = string.Empty;

        public string Expected { get; set; } = string.Empty;

        public string Reason { get; set; } = string.Empty;

        public long Pairs { get; set; }

        public long Declared { get; set; }

        public double? Effect { get; set; }

        public double? Lower { get; set; }

        public double? Upper { get; set; }

        public string Interval { get; set; } = string.Empty;

        public string Details { get; set; } = "[]";

        public ClaimOutcome Outcome() => new(
            Name, Revision, Statement, Dataset, Metric, Treatment, Control, Margin, Alpha, Verdict, Expected, Reason, (int)Pairs,
            (int)Declared, Effect ?? double.NaN, Lower ?? double.NaN, Upper ?? double.NaN, Interval,
            JsonSerializer.Deserialize<List<KeyValuePair<string, string>>>(Details) ?? []);
    }
}
