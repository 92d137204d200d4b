using System.Diagnostics;
using System.Text.Json.Nodes;
using QmlBench.AcceptanceTests.Suites;

namespace QmlBench.AcceptanceTests.Surface;

/// <summary>The program as its users start it.</summary>
public sealed class ProcessTests : IDisposable
{
    private static readonly Dictionary<string, string?> Plain = [];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Results_and_progress_go_different_ways_without_colour()
    {
        _folder.Write("tiny.yaml", TinySuite.Text);
        var result = ProgramProcess.Run(_folder[string.Empty], Plain, "run", "tiny.yaml", "--json");
        Assert.Equal(0, result.Exit);
        Assert.Equal(18, (int)JsonNode.Parse(result.Out)!["trials"]!["ran"]!);
        Assert.Contains("18 of 18 trials ended", result.Err, StringComparison.Ordinal);
        Assert.Contains("results: ", result.Err, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', result.Out + result.Err);
        Assert.DoesNotContain('\r', result.Err.ReplaceLineEndings("\n"));
        Assert.True(File.Exists(_folder["results/qmlbench.db"]));
    }

    [Fact]
    public void No_colour_even_when_the_environment_praises_it()
    {
        // CLICOLOR_FORCE and a terminal's name make some libraries colour a pipe; NO_COLOR is the users' word (no-color.org).
        var environment = new Dictionary<string, string?>
        {
            ["NO_COLOR"] = "1",
            ["TERM"] = "xterm-256color",
            ["COLORTERM"] = "truecolor",
            ["CLICOLOR_FORCE"] = "1",
        };
        var result = ProgramProcess.Run(_folder[string.Empty], environment, "simulate", "missing.qasm", "-d", "ideal");
        Assert.Equal("error: missing.qasm: there is no such file.\n", result.Refused());
        Assert.DoesNotContain('\u001b', result.Err);
    }

    [Fact]
    public void Digest_is_the_same_with_narrow_vectors()
    {
        _folder.Write("tiny.yaml", TinySuite.Text);
        string Digest(string database, Dictionary<string, string?> environment) =>
            (string)ProgramProcess.Run(_folder[string.Empty], environment, "run", "tiny.yaml", "--db", database, "--json")
                .Json()["digest"]!;
        var here = Digest("a.db", Plain);
        Assert.Equal(here, Digest("b.db", new() { ["DOTNET_EnableAVX512"] = "0", ["GLIBC_TUNABLES"] = "glibc.cpu.hwcaps=-AVX2,-FMA" }));
        Assert.Equal(here, Digest("c.db", new() { ["DOTNET_EnableHWIntrinsic"] = "0" }));
    }

    [Fact]
    public void A_request_to_end_keeps_finished_trials()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no SIGTERM.");

        // Enough trials that the run cannot end between its first progress and the signal.
        _folder.Write("tiny.yaml", TinySuite.With("draws: 6", "draws: 400").Replace("pairs: 6", "pairs: 400", StringComparison.Ordinal));
        using var process = ProgramProcess.Start(_folder[string.Empty], Plain, "run", "tiny.yaml", "-j", "1");
        Assert.Contains("trials ended", process.StandardError.ReadLine()!, StringComparison.Ordinal);
        using (var kill = Process.Start("kill", ["-TERM", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        var rest = process.StandardError.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(130, process.ExitCode);
        Assert.Contains("Interrupted. Finished trials are kept", rest, StringComparison.Ordinal);
        var plan = CommandLine.Run("run", _folder["tiny.yaml"], "--db", _folder["results/qmlbench.db"], "-n", "--json").Json();
        Assert.InRange(plan["cases"]!.AsArray().Sum(row => (int)row!["stored"]!), 1, 1199);
    }
}
