using System.Globalization;

namespace QmlBench.AcceptanceTests.Suites;

/// <summary>The verbs that read what a run has stored.</summary>
public sealed class StoreTests : IClassFixture<StoreTests.StoredRun>
{
    private readonly StoredRun _stored;

    public StoreTests(StoredRun stored) => _stored = stored;

    [Fact]
    public void Report_writes_a_self_contained_page_and_tables()
    {
        var folder = _stored.Folder["report-here"];
        var result = CommandLine.Run("report", "-o", folder, "--db", _stored.Database);
        Assert.Equal(0, result.Exit);
        var page = result.Out.Trim();
        Assert.True(File.Exists(page));
        Assert.Equal(folder, Path.GetDirectoryName(page));
        var html = File.ReadAllText(page);
        Assert.Contains("<svg", html, StringComparison.Ordinal);
        Assert.Contains("better", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<script src", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"http", html, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(folder, "*.md"));
        Assert.NotEmpty(Directory.GetFiles(folder, "*.csv"));
    }

    [Fact]
    public void Report_shows_predicted_against_simulated_fidelity()
    {
        var folder = _stored.Folder["fidelities"];
        Assert.Equal(0, CommandLine.Run("report", "-o", folder, "--db", _stored.Database).Exit);
        foreach (var file in new[] { "index.html", "report.md" })
            Assert.Contains("Predicted and simulated fidelity", File.ReadAllText(Path.Combine(folder, file)), StringComparison.Ordinal);
        var lines = File.ReadAllLines(Path.Combine(folder, "trials.csv"));
        var columns = lines[0].Split(',');
        var (predicted, simulated) = (Array.IndexOf(columns, "predicted_fidelity"), Array.IndexOf(columns, "simulated_fidelity"));

        // No field before these holds a comma.
        var rows = lines[1..].Select(line => line.Split(',')).ToList();
        Assert.Equal(18, rows.Count);
        var noisy = rows.Where(row => row.Contains("ibm_manila_2024-05-27")).ToList();
        Assert.Equal(6, noisy.Count);
        Assert.All(noisy, row =>
        {
            double Number(int column) => double.Parse(row[column], CultureInfo.InvariantCulture);
            Assert.InRange(Number(predicted), 0.5, 0.9999);
            Assert.InRange(Number(simulated), Number(predicted), 0.9999);
        });
        Assert.All(rows.Except(noisy), row => Assert.Equal(string.Empty, row[predicted] + row[simulated]));
    }

    [Fact]
    public void Report_of_an_unknown_run_names_those_there_are() =>
        Assert.Contains($"There is no run 'nope' in {_stored.Database}; it has {_stored.Name}.",
            CommandLine.Run("report", "nope", "--db", _stored.Database).Refused(), StringComparison.Ordinal);

    [Fact]
    public void Claims_tells_verdict_and_since_when()
    {
        var json = CommandLine.Run("claims", "--db", _stored.Database, "--history", "--json").Json();
        Shape.Check(
            """
            [{"suite":"text","claim":"text","verdict":"text","expected":"text","as_expected":"flag",
              "since":"text","run":"text","revision":"text",
              "effect":"number?","interval":["number"],"history":[{"verdict":"text","since":"text","run":"text"}]}]
            """, json);
        var claim = Assert.Single(json.AsArray())!;
        Assert.Equal("better", (string?)claim["claim"]);
        Assert.Equal("inconclusive", (string?)claim["verdict"]);
        Assert.Single(claim["history"]!.AsArray());
        Assert.StartsWith("tiny/better\n  = inconclusive  since 20", CommandLine.Run("claims", "--db", _stored.Database).Out
            .ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Show_and_list_know_the_run()
    {
        foreach (var name in new[] { "latest", _stored.Name })
        {
            var json = CommandLine.Run("show", name, "--db", _stored.Database, "--json").Json();
            Shape.Check(
                """
                {"run":"text","suite":"text","seed":"whole","digest":"text","started":"text","finished":"text","trials":"whole",
                 "claims":[{"name":"text","verdict":"text","expected":"text"}],"environment":{"*":"text"}}
                """, json);
            Assert.Equal(18, (int)json["trials"]!);
        }

        var runs = CommandLine.Run("list", "runs", "--db", _stored.Database, "--json").Json();
        Assert.Equal(_stored.Name, (string?)Assert.Single(runs.AsArray())!["name"]);
    }

    [Fact]
    public void Doctor_finds_the_database_sound()
    {
        var json = CommandLine.Run("doctor", "--db", _stored.Database, "--json").Json();
        Shape.Check(
            """
            {"cpu":"text","simd":"text","memory":"text","bandwidth":"text","exact":"text","versions":"text","devices":"text",
             "database":"text","problems":["text"]}
            """,
            json);
        Assert.Contains("1 runs, sound", (string)json["database"]!, StringComparison.Ordinal);
        Assert.Empty(json["problems"]!.AsArray());
    }

    [Fact]
    public void Without_a_database_the_way_to_one_is_told()
    {
        var missing = _stored.Folder["nothing.db"];
        foreach (var verb in new[] { "report", "claims" })
        {
            Assert.Equal(
                $"error: {missing}: there are no results yet. 'qmlbench run suites/quickstart.yaml' makes some.\n",
                CommandLine.Run(verb, "--db", missing).Refused());
        }

        Assert.Equal("[]", CommandLine.Run("list", "runs", "--db", missing, "--json").Out.Trim());
        Assert.False(File.Exists(missing));
    }

    public sealed class StoredRun : IDisposable
    {
        public StoredRun()
        {
            Database = Folder["stored.db"];
            Name = (string)CommandLine.Run("run", Folder.Write("tiny.yaml", TinySuite.Text), "--db", Database, "--json").Json()["run"]!;
        }

        internal TemporaryFolder Folder { get; } = new();

        public string Database { get; }

        public string Name { get; }

        public void Dispose() => Folder.Dispose();
    }
}
