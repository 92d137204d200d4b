using System.Text.Json.Nodes;

namespace QmlBench.AcceptanceTests.Suites;

public sealed class RunTests : IDisposable
{
    private const string Plan =
        """{"suite":"text","run":"text","cases":[{"case":"text","trials":"whole","new":"whole","stored":"whole","stale":"whole"}]}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Json_has_the_contracts_form_and_a_second_run_runs_nothing()
    {
        var suite = _folder.Write("tiny.yaml", TinySuite.Text);
        var first = CommandLine.Run("run", suite, "--db", _folder["a.db"], "--json").Json();
        Shape.Check(
            """
            {"run":"text","digest":"text","trials":{"total":"whole","ran":"whole","stored":"whole","failed":"whole"},
             "claims":[{"name":"text","verdict":"text","expected":"text","effect":"number?","interval":["number"]}]}
            """, first);
        Assert.Equal(18, (int)first["trials"]!["ran"]!);
        Assert.Equal(64, ((string)first["digest"]!).Length);
        Assert.Single(first["claims"]!.AsArray());

        var second = CommandLine.Run("run", suite, "--db", _folder["a.db"], "--json").Json();
        Assert.Equal(0, (int)second["trials"]!["ran"]!);
        Assert.Equal(18, (int)second["trials"]!["stored"]!);
        Assert.Equal((string)first["digest"]!, (string)second["digest"]!);
        Assert.Equal((string)first["run"]!, (string)second["run"]!);
    }

    [Fact]
    public void Digest_does_not_depend_on_jobs_and_does_on_the_seed()
    {
        var suite = _folder.Write("tiny.yaml", TinySuite.Text);
        string Digest(string database, params string[] more) =>
            (string)JsonNode.Parse(CommandLine.Run(["run", suite, "--db", _folder[database], "--json", .. more]).Out)!["digest"]!;
        var one = Digest("one.db", "-j", "1");
        Assert.Equal(one, Digest("two.db", "-j", "2"));
        Assert.NotEqual(one, Digest("seed.db", "-j", "2", "--seed", "8"));
    }

    [Fact]
    public void A_verdict_that_is_not_the_expected_one_exits_1()
    {
        var suite = _folder.Write("tiny.yaml", TinySuite.With("expect: inconclusive", "expect: supported"));
        var result = CommandLine.Run("run", suite, "--db", _folder["a.db"]);
        Assert.Equal(1, result.Exit);
        Assert.Contains("! inconclusive  better (expected: supported)", result.Out, StringComparison.Ordinal);
        Assert.Equal(1, CommandLine.Run("claims", "--db", _folder["a.db"]).Exit);
    }

    [Fact]
    public void A_failed_trial_exits_2_and_there_is_no_digest()
    {
        var suite = _folder.Write("tiny.yaml", TinySuite.With("time: 60 s", "time: 0.0001 ms"));
        var result = CommandLine.Run("run", suite, "--db", _folder["a.db"], "--json");
        var json = result.Json(exit: 2);
        Assert.True(json.AsObject().ContainsKey("digest"));
        Assert.Null(json["digest"]);
        Assert.True((int)json["trials"]!["failed"]! > 0);
        Assert.Contains("error: manifold/", result.Err, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Err, StringComparison.Ordinal);
        Assert.Contains("no digest: a trial failed", CommandLine.Run("run", suite, "--db", _folder["b.db"]).Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Interrupted_exits_130_keeps_what_ended_and_resumes_to_the_same_digest()
    {
        var suite = _folder.Write("tiny.yaml", TinySuite.Text);
        using var cancel = new CancellationTokenSource();
        using var progress = new CancellingWriter(cancel);
        var interrupted = CommandLine.Run(["run", suite, "--db", _folder["a.db"], "-j", "1"], progress, cancel.Token);
        Assert.Equal(130, interrupted.Exit);
        Assert.Empty(interrupted.Out);
        Assert.Contains("Interrupted. Finished trials are kept", interrupted.Err, StringComparison.Ordinal);

        var resumed = CommandLine.Run("run", suite, "--db", _folder["a.db"], "--json").Json();
        var stored = (int)resumed["trials"]!["stored"]!;
        Assert.InRange(stored, 1, 17);
        Assert.Equal(18, stored + (int)resumed["trials"]!["ran"]!);
        var whole = CommandLine.Run("run", suite, "--db", _folder["b.db"], "--json").Json();
        Assert.Equal((string)whole["digest"]!, (string)resumed["digest"]!);
    }

    [Fact]
    public void Dry_run_tells_new_stored_and_stale_and_writes_nothing()
    {
        var suite = _folder.Write("tiny.yaml", TinySuite.Text);
        var fresh = CommandLine.Run("run", suite, "--db", _folder["a.db"], "-n", "--json").Json();
        Shape.Check(Plan, fresh);
        Assert.Equal([18, 0, 0], Totals(fresh));
        Assert.False(File.Exists(_folder["a.db"]));
        Assert.False(Directory.Exists(_folder["report"]));

        CommandLine.Run("run", suite, "--db", _folder["a.db"], "--only", "*/kernel/ideal/*");
        Assert.Equal([12, 6, 0], Totals(CommandLine.Run("run", suite, "--db", _folder["a.db"], "-n", "--json").Json()));

        // A limit that can change the method is part of the result key, not of the identity.
        var other = _folder.Write("other.yaml", TinySuite.With("exact_qubits: 4", "exact_qubits: 3"));
        Assert.Equal([12, 0, 6], Totals(CommandLine.Run("run", other, "--db", _folder["a.db"], "-n", "--json").Json()));
        Assert.Contains("stale", CommandLine.Run("run", other, "--db", _folder["a.db"], "--dry-run").Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Only_leaves_claims_without_data_not_evaluated()
    {
        var suite = _folder.Write("tiny.yaml", TinySuite.With("expect: inconclusive", "expect: supported"));
        var json = CommandLine.Run("run", suite, "--db", _folder["a.db"], "--only", "*/logistic/*", "--json").Json();
        Assert.Equal("not evaluated", (string)json["claims"]![0]!["verdict"]!);
        Assert.Equal(6, (int)json["trials"]!["total"]!);
        Assert.Contains("fits no case", CommandLine.Run("run", suite, "--db", _folder["a.db"], "--only", "*/nobody/*")
            .Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_file_is_told_whole_and_nothing_is_written()
    {
        var suite = _folder.Write("bad.yaml", TinySuite.With("seed: 7", "sead: 7")
            .Replace("kind: fidelity-kernel", "kind: fidelity-kernl", StringComparison.Ordinal));
        var error = CommandLine.Run("run", suite, "--db", _folder["a.db"]).Refused();
        Assert.Contains("bad.yaml:4:1: unknown key 'sead'", error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'seed'?", error, StringComparison.Ordinal);
        Assert.Contains("bad.yaml:9:11: unknown kind 'fidelity-kernl'", error, StringComparison.Ordinal);
        Assert.Contains("did you mean 'fidelity-kernel'?", error, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["a.db"]));
    }

    [Theory]
    [InlineData("-j", "0", "--jobs must be at least 1; it is 0.")]
    [InlineData("--engine", "slurm", "--engine slurm is not supported yet; use local.")]
    public void An_impossible_option_is_refused(string option, string value, string message)
    {
        var suite = _folder.Write("tiny.yaml", TinySuite.Text);
        Assert.Equal($"error: {message}\n", CommandLine.Run("run", suite, "--db", _folder["a.db"], option, value).Refused());
        Assert.False(File.Exists(_folder["a.db"]));
    }

    private static int[] Totals(JsonNode plan) =>
        [.. new[] { "new", "stored", "stale" }.Select(kind => plan["cases"]!.AsArray().Sum(row => (int)row![kind]!))];

    // Interrupts as soon as the first progress is told: some trials ended, others did not.
    private sealed class CancellingWriter(CancellationTokenSource cancel) : StringWriter
    {
        public override void Write(char[] buffer, int index, int count) => Look(new string(buffer, index, count));

        public override void Write(string? value) => Look(value ?? string.Empty);

        private void Look(string text)
        {
            GetStringBuilder().Append(text);
            if (text.Contains("trials ended", StringComparison.Ordinal))
                cancel.Cancel();
        }
    }
}
