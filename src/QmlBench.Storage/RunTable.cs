using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using QmlBench.Suites.Results;

namespace QmlBench.Storage;

/// <summary>Runs, their trials and what became of their claims.</summary>
internal static class RunTable
{
    public static void Write(SqliteConnection connection, SqliteTransaction transaction, RunRecord run)
    {
        connection.Execute(
            """
            INSERT OR IGNORE INTO suite (config_hash, name, title, description, seed, config)
            VALUES (@ConfigHash, @Suite, @Title, @Description, @Seed, @Config)
            """,
            new { run.ConfigHash, run.Suite, run.Title, run.Description, Seed = run.Seed.ToString(CultureInfo.InvariantCulture), run.Config },
            transaction);
        var id = connection.ExecuteScalar<long>(
            """
            INSERT INTO run (name, suite_id, started_utc, finished_utc, digest, environment)
            SELECT @Name, id, @StartedUtc, @FinishedUtc, @Digest, @Environment FROM suite WHERE config_hash = @ConfigHash
            ON CONFLICT (name) DO UPDATE SET finished_utc = excluded.finished_utc, digest = excluded.digest
            RETURNING id
            """,
            new
            {
                run.Name,
                run.StartedUtc,
                run.FinishedUtc,
                run.Digest,
                run.ConfigHash,
                Environment = JsonSerializer.Serialize(run.Environment),
            },
            transaction);
        WriteTrials(connection, transaction, id, run);
        ClaimTable.Write(connection, transaction, id, run.Claims);
    }

    public static IReadOnlyList<RunRecord> ReadAll(SqliteConnection connection) =>
    [
        .. connection.Query<RunRow>(
            """
            SELECT run.id, run.name, suite.name AS Suite, title, description, config_hash AS ConfigHash, config, seed,
                   started_utc AS StartedUtc, finished_utc AS FinishedUtc, digest, environment
            FROM run JOIN suite ON suite.id = suite_id ORDER BY run.started_utc, run.id
            """).Select(row => Read(connection, row)),
    ];

    private static RunRecord Read(SqliteConnection connection, RunRow row) => new(
        row.Name,
        row.Suite,
        row.Title,
        row.Description,
        row.ConfigHash,
        row.Config,
        ulong.Parse(row.Seed, CultureInfo.InvariantCulture),
        row.StartedUtc,
        row.FinishedUtc,
        row.Digest,
        [.. connection.Query<string>("SELECT result_key FROM run_trial WHERE run_id = @Id ORDER BY position", new { row.Id })],
        ClaimTable.Read(connection, row.Id),
        JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(row.Environment)
            ?? ImmutableSortedDictionary<string, string>.Empty);

    private static void WriteTrials(SqliteConnection connection, SqliteTransaction transaction, long id, RunRecord run) =>
        connection.Execute(
            "INSERT OR IGNORE INTO run_trial VALUES (@id, @Position, @Key)",
            run.ResultKeys.Select((key, position) => new { id, Position = position, Key = key }),
            transaction);

    private sealed class RunRow
    {
        public long Id { get; set; }

        public string Name { get; set; } = string.Empty;

        public string Suite { get; set; } = string.Empty;

        public string Title { get; set; } = string.Empty;

        public string Description { get; set; } = string.Empty;

        public string ConfigHash { get; set; } = string.Empty;

        public string Config { get; set; } = string.Empty;

        public string Seed { get; set; } = string.Empty;

        public string StartedUtc { get; set; } = string.Empty;

        public string FinishedUtc { get; set; } = string.Empty;

        public string? Digest { get; set; }

        public string Environment { get; set; } = "{}";
    }
}
