using System.Text.RegularExpressions;

namespace QmlBench.Tests.Devices;

public sealed class EveryMessageTests
{
    // Where readers, importers and rules speak to the user about a file.
    private static readonly string[] Rooms = ["Yaml", "Validation", "Calibration"];

    [Fact]
    public void Every_phrase_about_a_bad_file_is_expected_by_a_test()
    {
        string folder = RepositoryRoot.Combine("tests", "QmlBench.Tests", "Devices");
        string expected = string.Join('\n', Sources(folder).SelectMany(file => SourcePhrases.Of(File.ReadAllText(file))).Select(p => string.Join("…", p.Parts)));
        string[] untold =
        [
            .. from room in Rooms
               from file in Sources(RepositoryRoot.Combine("src", "QmlBench.Devices", room))
               where !file.EndsWith("Writer.cs", StringComparison.Ordinal)
               from phrase in Spoken(File.ReadAllText(file))
               where !Regex.IsMatch(expected, string.Join(".*", phrase.Parts.Select(Regex.Escape)))
               select $"{Path.GetFileName(file)}:{phrase.Line}: {string.Join("{}", phrase.Parts)}",
        ];
        Assert.True(untold.Length == 0, $"No bad file of the tests has the message\n{string.Join('\n', untold)}");
    }

    // Words with a blank between them are for users; faults of the program are not about files.
    private static IEnumerable<SourcePhrase> Spoken(string source)
    {
        string[] lines = source.Split('\n');
        return SourcePhrases.Of(source).Where(phrase =>
            phrase.Parts.Any(part => part.Trim().Contains(' ', StringComparison.Ordinal))
            && !phrase.Parts[0].StartsWith("Bug in ", StringComparison.Ordinal)
            && !lines[phrase.Line - 1].Contains("throw new Argument", StringComparison.Ordinal));
    }

    private static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
}
