using Microsoft.Data.Sqlite;
using QmlBench.Storage;
using QmlBench.Suites.Results;
using QmlBench.Tests.Suites;

namespace QmlBench.Tests.Storage;

public sealed class SqliteResultStoreTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("qmlbench-store-").FullName;

    private string File => Path.Combine(_folder, "deep", "results.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void TrialComesBackBitForBit()
    {
        var written = SampleResults.Trial("a");
        using (var store = SqliteResultStore.Open(File, TimeProvider.System))
            store.Append(written);
        using var reopened = SqliteResultStore.Open(File, TimeProvider.System);
        var read = reopened.Find("result-a");
        Assert.NotNull(read);
        Assert.Equivalent(written, read, strict: true);
        Assert.Equal(ResultDigest.Of([written], 1), ResultDigest.Of([read], 1));
        Assert.Equal(ResultDigest.Of([written with { Fidelity = null }], 1), ResultDigest.Of([read], 1));
    }

    [Fact]
    public void FidelityThatWasNotSimulatedKeepsItsReason()
    {
        var why = SampleResults.Trial("a") with { Fidelity = new(3, 12, 40, 0.5, null, "12 qubits") };
        var none = SampleResults.Trial("b") with { Fidelity = null };
        using var store = SqliteResultStore.Open(File, TimeProvider.System);
        store.Append(why);
        store.Append(none);
        Assert.Equal(why.Fidelity, store.Find("result-a")!.Fidelity);
        Assert.Null(store.Find("result-b")!.Fidelity);
    }

    // What schema 1 left: everything but the table of fidelities.
    [Fact]
    public void ADatabaseOfTheFirstSchemaKeepsItsTrials()
    {
        using (var store = SqliteResultStore.Open(File, TimeProvider.System))
            store.Append(SampleResults.Trial("a"));
        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "DROP TABLE fidelity; PRAGMA user_version = 1";
            command.ExecuteNonQuery();
        }

        using var migrated = SqliteResultStore.Open(File, TimeProvider.System);
        var old = migrated.Find("result-a")!;
        Assert.Null(old.Fidelity);
        Assert.Equivalent(SampleResults.Trial("a") with { Fidelity = null }, old, strict: true);
        migrated.Append(SampleResults.Trial("b"));
        Assert.NotNull(migrated.Find("result-b")!.Fidelity);
        Assert.Empty(migrated.Check());
    }

    [Fact]
    public void KnowsResultsAndIdentities()
    {
        using var store = SqliteResultStore.Open(File, TimeProvider.System);
        Assert.False(store.Has("result-a"));
        store.Append(SampleResults.Trial("a"));
        Assert.True(store.Has("result-a"));
        Assert.True(store.HasIdentity("a"));
        Assert.False(store.HasIdentity("b"));
        Assert.Null(store.Find("result-b"));
    }

    // Two programs on one file: whoever comes second finds the same bits there.
    [Fact]
    public async Task TwoRunsMayWriteTheSameTrialsAtTheSameTime()
    {
        using var one = SqliteResultStore.Open(File, TimeProvider.System);
        using var other = SqliteResultStore.Open(File, TimeProvider.System);
        void Fill(SqliteResultStore store)
        {
            for (var i = 0; i < 40; i++)
                store.Append(SampleResults.Trial("t" + i));
        }

        await Task.WhenAll(
            Task.Run(() => Fill(one), TestContext.Current.CancellationToken),
            Task.Run(() => Fill(other), TestContext.Current.CancellationToken));
        Assert.All(Enumerable.Range(0, 40), i => Assert.Equal(2, one.Find("result-t" + i)?.Predictions.Length));
    }

    [Fact]
    public void RefusesAFailedTrial()
    {
        using var store = SqliteResultStore.Open(File, TimeProvider.System);
        var failed = TrialResult.Failure(SampleResults.Trial("a").Key, "too large");
        var error = Assert.Throws<ArgumentException>(() => store.Append(failed));
        Assert.Contains("too large", error.Message, StringComparison.Ordinal);
        Assert.False(store.Has("result-a"));
    }

    [Fact]
    public void WritesATrialWhollyOrNotAtAll()
    {
        using var store = SqliteResultStore.Open(File, TimeProvider.System);
        var bad = SampleResults.Trial("a") with { Predictions = [new Prediction(0, 7, 1, 0, 0, 0)] };
        Assert.Throws<SqliteException>(() => store.Append(bad));
        Assert.False(store.HasIdentity("a"));
    }

    [Fact]
    public void RunsComeBackAndAreFoundByPrefix()
    {
        using var store = SqliteResultStore.Open(File, TimeProvider.System);
        store.Record(SampleResults.Run("aa11", "2026-01-01T00:00:00Z", SampleResults.Claim("refuted")));
        store.Record(SampleResults.Run("bb22", "2026-01-02T00:00:00Z"));
        Assert.Equal(["aa11", "bb22"], store.Runs().Select(run => run.Name));
        Assert.Equivalent(
            SampleResults.Run("aa11", "2026-01-01T00:00:00Z", SampleResults.Claim("refuted")), store.FindRun("aa"), strict: true);
        Assert.Equal("bb22", store.FindRun("latest")?.Name);
        Assert.Null(store.FindRun("zz"));
    }

    [Fact]
    public void HistoryGrowsOnlyWhereAVerdictChanges()
    {
        using var store = SqliteResultStore.Open(File, TimeProvider.System);
        store.Record(SampleResults.Run("aa11", "2026-01-01T00:00:00Z", SampleResults.Claim("inconclusive")));
        store.Record(SampleResults.Run("aa11", "2026-01-01T00:00:00Z", SampleResults.Claim("inconclusive")));
        store.Record(SampleResults.Run("bb22", "2026-01-02T00:00:00Z", SampleResults.Claim("refuted", -0.2)));
        store.Record(SampleResults.Run("cc33", "2026-01-03T00:00:00Z", SampleResults.Claim("not evaluated")));
        Assert.Equal(["inconclusive", "refuted"], store.VerdictHistory().Select(entry => entry.Verdict));
    }

    [Theory]
    [InlineData("DELETE FROM verdict")]
    [InlineData("UPDATE verdict SET verdict = 'supported'")]
    public void HistoryCannotBeRewritten(string attempt)
    {
        using (var store = SqliteResultStore.Open(File, TimeProvider.System))
            store.Record(SampleResults.Run("aa11", "2026-01-01T00:00:00Z", SampleResults.Claim("refuted")));
        using var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = attempt;
        Assert.Contains("append-only", Assert.Throws<SqliteException>(() => command.ExecuteNonQuery()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesAFileThatIsNoDatabase()
    {
        var path = Path.Combine(_folder, "notes.txt");
        System.IO.File.WriteAllText(path, new string('x', 4096));
        var error = Assert.Throws<StorageException>(() => SqliteResultStore.Open(path, TimeProvider.System));
        Assert.Contains("--db", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void RefusesANewerSchema()
    {
        using (SqliteResultStore.Open(File, TimeProvider.System))
        {
        }

        using (var connection = new SqliteConnection($"Data Source={File};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA user_version = 99";
            command.ExecuteNonQuery();
        }

        var error = Assert.Throws<StorageException>(() => SqliteResultStore.Open(File, TimeProvider.System));
        Assert.Contains("newer", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SoundDatabaseHasNothingToReport()
    {
        using var store = SqliteResultStore.Open(File, TimeProvider.System);
        store.Append(SampleResults.Trial("a"));
        Assert.Empty(store.Check());
    }
}
