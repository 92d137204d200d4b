using System.Text.RegularExpressions;

namespace QmlBench.Tests.Reporting;

/// <summary>The reference of the database, held against its schema.</summary>
public sealed class ResultsReadmeTests
{
    [Fact]
    public void DescribesEveryTableAndColumnOfTheSchema()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "results", "README.md"));
        var migrations = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "src", "QmlBench.Storage", "Schema"), "Migration*.sql");
        var schema = string.Concat(migrations.Order(StringComparer.Ordinal).Select(File.ReadAllText));
        Assert.Contains($"the number of the schema ({migrations.Length};", readme, StringComparison.Ordinal);
        var tables = Regex.Matches(schema, @"CREATE TABLE ""?(\w+)""? \((.*?)^\) STRICT", RegexOptions.Singleline | RegexOptions.Multiline);
        Assert.Equal(13, tables.Count);
        foreach (Match table in tables)
        {
            var section = Regex.Match(
                readme, $"^### {table.Groups[1].Value}: .*?(?=^##)", RegexOptions.Singleline | RegexOptions.Multiline);
            Assert.True(section.Success, $"results/README.md has no section on table {table.Groups[1].Value}");
            foreach (Match column in Regex.Matches(table.Groups[2].Value, @"^  ([a-z_]+) +(?:INTEGER|TEXT|REAL)", RegexOptions.Multiline))
                Assert.Contains($"`{column.Groups[1].Value}`", section.Value, StringComparison.Ordinal);
        }
    }
}
