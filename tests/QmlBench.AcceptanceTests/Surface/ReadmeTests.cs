using System.Globalization;

namespace QmlBench.AcceptanceTests.Surface;

/// <summary>The commands that README.md prints are run as printed.</summary>
public sealed class ReadmeTests
{
    private const string Program = "dotnet run -c Release --project src/QmlBench.Cli -- ";

    [Fact]
    public void The_first_circuit_runs()
    {
        var readme = File.ReadAllLines(RepositoryRoot.Combine("README.md"));
        var first = Array.FindIndex(readme, line => line.StartsWith("printf '", StringComparison.Ordinal));
        Assert.True(first >= 0, "README.md writes a circuit by printf");
        var parts = readme[first].Split('\'');
        using var folder = new TemporaryFolder();
        var name = readme[first].Split('>')[^1].Trim();
        folder.Write(name, parts[1].Replace("\\n", "\n", StringComparison.Ordinal));

        var commands = readme.Skip(first + 1).TakeWhile(line => line.StartsWith(Program, StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(commands);
        foreach (var command in commands)
        {
            string[] args = [.. command[Program.Length..].Split(' ').Select(word => word == name ? folder[name] : word)];
            var result = CommandLine.Run(args);
            Assert.True(result.Exit == 0, $"{command}\n{result.Err}");
            Assert.NotEmpty(result.Out);
        }
    }

    [Fact]
    public void Every_verb_of_the_table_exists_and_every_verb_is_in_it()
    {
        var table = File.ReadAllLines(RepositoryRoot.Combine("README.md"))
            .Where(line => line.StartsWith("| `qmlbench ", StringComparison.Ordinal)).Select(line => line.Split(' ')[2].Trim('`'))
                .Order(StringComparer.Ordinal);
        Assert.Equal(HelpTests.Verbs().Order(StringComparer.Ordinal), table);
    }

    [Fact]
    public void The_quickstart_is_a_sound_suite_of_the_size_told()
    {
        using var folder = new TemporaryFolder();
        var plan = CommandLine.Run("run", RepositoryRoot.Combine("suites", "quickstart.yaml"), "--db", folder["none.db"], "-n", "--json")
            .Json();
        var trials = plan["cases"]!.AsArray().Sum(row => (int)row!["trials"]!);
        Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"a suite of {trials} trials"),
            File.ReadAllText(RepositoryRoot.Combine("README.md")), StringComparison.Ordinal);
    }
}
