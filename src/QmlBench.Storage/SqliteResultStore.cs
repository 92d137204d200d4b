using Dapper;
using Microsoft.Data.Sqlite;
using QmlBench.Suites.Results;

namespace QmlBench.Storage;

/// <summary>
/// Results in one SQLite file. A trial is one transaction; verdicts are appended, never changed. One connection behind a lock:
/// writing takes far less time than a trial.
/// </summary>
public sealed class SqliteResultStore : IResultStore
{
    private readonly SqliteConnection _connection;
    private readonly Lock _gate = new();
    private readonly TimeProvider _clock;

    private SqliteResultStore(SqliteConnection connection, string location, TimeProvider clock)
    {
        _connection = connection;
        _clock = clock;
        Location = location;
    }

    /// <inheritdoc/>
    public string Location { get; }

    /// <summary>Opens a database, creating it where it is missing.</summary>
    /// <param name="path">The file.</param>
    /// <param name="clock">Gives the times of verdicts.</param>
    /// <exception cref="StorageException">The file cannot be used.</exception>
    public static SqliteResultStore Open(string path, TimeProvider clock) => new(SqliteDatabase.Open(path), path, clock);

    /// <summary>Checks pages and foreign keys; an empty list means sound.</summary>
    public IReadOnlyList<string> Check()
    {
        lock (_gate)
            return SqliteDatabase.Check(_connection);
    }

    /// <inheritdoc/>
    public bool Has(string resultKey)
    {
        lock (_gate)
            return _connection.ExecuteScalar<long>("SELECT count(*) FROM trial WHERE result_key = @resultKey", new { resultKey }) > 0;
    }

    /// <inheritdoc/>
    public TrialResult? Find(string resultKey)
    {
        lock (_gate)
            return TrialTable.Read(_connection, resultKey);
    }

    /// <inheritdoc/>
    public bool HasIdentity(string identityHash)
    {
        lock (_gate)
        {
            return _connection.ExecuteScalar<long>(
                "SELECT count(*) FROM trial WHERE identity_hash = @identityHash", new { identityHash }) > 0;
        }
    }

    /// <inheritdoc/>
    public void Append(TrialResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        if (!result.Succeeded)
            throw new ArgumentException($"Trial {result.Key.Path} failed ({result.Error}); only results are stored.", nameof(result));
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            TrialTable.Write(_connection, transaction, result);
            transaction.Commit();
        }
    }

    /// <inheritdoc/>
    public void Record(RunRecord run)
    {
        ArgumentNullException.ThrowIfNull(run);
        lock (_gate)
        {
            using var transaction = _connection.BeginTransaction();
            RunTable.Write(_connection, transaction, run);
            VerdictTable.Append(_connection, transaction, run, _clock.GetUtcNow());
            transaction.Commit();
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<RunRecord> Runs()
    {
        lock (_gate)
            return RunTable.ReadAll(_connection);
    }

    /// <inheritdoc/>
    public RunRecord? FindRun(string name)
    {
        var runs = Runs();
        if (name == "latest")
            return runs.Where(run => run.FinishedUtc.Length > 0).MaxBy(run => run.FinishedUtc, StringComparer.Ordinal);
        var fitting = runs.Where(run => run.Name.StartsWith(name, StringComparison.Ordinal)).ToList();
        return fitting.Count == 1 ? fitting[0] : fitting.Find(run => run.Name == name);
    }

    /// <inheritdoc/>
    public IReadOnlyList<VerdictEntry> VerdictHistory()
    {
        lock (_gate)
            return VerdictTable.ReadAll(_connection);
    }

    /// <inheritdoc/>
    public void Dispose() => _connection.Dispose();
}
