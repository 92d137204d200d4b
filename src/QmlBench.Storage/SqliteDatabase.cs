using System.Reflection;
using Dapper;
using Microsoft.Data.Sqlite;

namespace QmlBench.Storage;

/// <summary>Opens the database file and brings its schema up to date: WAL, foreign keys, <c>user_version</c> migrations.</summary>
internal static class SqliteDatabase
{
    private static readonly string[] Migrations = ["Migration001", "Migration002"];

    /// <summary>Opens <paramref name="path"/>, creating folder, file and schema where they are missing.</summary>
    /// <exception cref="StorageException">The file is not a database of this program, or of a newer version of it.</exception>
    public static SqliteConnection Open(string path)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(path));
        if (folder is not null)
            Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        try
        {
            connection.Open();
            connection.Execute("PRAGMA busy_timeout = 30000; PRAGMA journal_mode = WAL; PRAGMA foreign_keys = ON; PRAGMA synchronous = NORMAL;");
            Migrate(connection, path);
            return connection;
        }
        catch (SqliteException error)
        {
            connection.Dispose();
            throw new StorageException($"{path}: not a results database that can be opened ({error.Message}). Name another file with --db.", error);
        }
        catch (StorageException)
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Checks pages and foreign keys; an empty list means sound.</summary>
    public static IReadOnlyList<string> Check(SqliteConnection connection) =>
    [
        .. connection.Query<string>("PRAGMA integrity_check").Where(line => line != "ok"),
        .. connection.Query<string>("SELECT 'foreign key broken in table ' || \"table\" FROM pragma_foreign_key_check"),
    ];

    private static void Migrate(SqliteConnection connection, string path)
    {
        using var transaction = connection.BeginTransaction();
        var version = connection.ExecuteScalar<int>("PRAGMA user_version", transaction: transaction);
        if (version > Migrations.Length)
        {
            throw new StorageException(
                $"{path}: schema version {version} is newer than this program's {Migrations.Length}. Use a newer qmlbench or another --db file.");
        }

        for (var next = version; next < Migrations.Length; next++)
        {
            connection.Execute(Script(Migrations[next]), transaction: transaction);
            connection.Execute($"PRAGMA user_version = {next + 1}", transaction: transaction);
        }

        transaction.Commit();
    }

    private static string Script(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"QmlBench.Storage.Schema.{name}.sql")
            ?? throw new InvalidOperationException($"Bug in QmlBench: migration {name} is not in the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
