using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using QmlBench.Circuits.Source;
using QmlBench.Devices.Schemas;
using QmlBench.Devices.Yaml;

namespace QmlBench.Tests.Devices.Schemas;

/// <summary>Holds a schema and the reader of the same files against each other.</summary>
/// <param name="schema">The schema.</param>
/// <param name="errors">The errors of the reader about a text, one a line.</param>
/// <param name="file">The name of the file in these errors.</param>
internal sealed partial class SchemaAgreement(JsonObject schema, Func<string, string[]> errors, string file)
{
    private const string Unheard = "zzzz";
    private const int SomeOf = 4;

    // What another kind of value looks like, and quantities of other signs and dimensions.
    private static readonly string[] Others = ["[]", "{}", "~", "xyz", "5", "-5", "1e99", "true", "-5 us", "5 GHz"];

    private readonly SchemaChecker checker = new(schema);

    /// <summary>Asserts that the file in the repository is what the code writes.</summary>
    public static void IsShipped(SchemaDocument document, string format, string folder, string name) =>
        Assert.True(
            File.ReadAllText(RepositoryRoot.Combine(folder, name)) == document.Write(),
            $"{folder}/{name} is not what the code writes: remove it and run 'qmlbench new schema {format} -o {folder}/{name}'.");

    /// <summary>What the schema has against a text.</summary>
    public IReadOnlyList<SchemaFault> Faults(string text) => checker.Check(YamlJson.Of(text));

    /// <summary>Asserts that each mapping of a text has the same keys for both: each refuses one more, and names the others.</summary>
    public void SameKeys(string text)
    {
        YamlNode root = YamlJson.Parse(text);
        foreach (YamlMapping map in Values(root).Prepend(root).OfType<YamlMapping>())
            SameKeys(text, map);
    }

    /// <summary>Asserts that a value of another kind meets the same verdict in every place of a text.</summary>
    /// <remarks>What the schema refuses the reader must refuse; where the reader says that a value is of the wrong kind, the schema must
    /// refuse it too. Every place gets some other values, all of them if QMLBENCH_VECTORS=all.</remarks>
    public void SameVerdicts(string text)
    {
        bool all = Environment.GetEnvironmentVariable("QMLBENCH_VECTORS") == "all";
        YamlNode[] nodes = [.. Values(YamlJson.Parse(text)).Where(node => node.Span.Start.Line == node.Span.End.Line)];
        for (int i = 0; i < nodes.Length; i++)
        {
            for (int k = 0; k < Others.Length; k++)
            {
                if (all || (i + k) % SomeOf == 0)
                    SameVerdict(text, nodes[i], Others[k]);
            }
        }
    }

    private void SameKeys(string text, YamlMapping map)
    {
        string more = WithKey(text, map);
        string[] unknown = [.. errors(more).Where(error => error.Contains($"unknown key '{Unheard}'", StringComparison.Ordinal))];
        SchemaFault[] faults = [.. Faults(more).Where(f => f.Detail == Unheard || f.Path.EndsWith($"/{Unheard}", StringComparison.Ordinal))];
        // Where keys are gates, sites, qubits or Pauli strings, the reader has other words than "unknown key".
        if (unknown.Length == 0)
        {
            Assert.NotEmpty(faults);
            return;
        }
        string[] read = Known().Match(Assert.Single(unknown)).Groups[1].Value.Split(", ");
        Assert.Contains(faults, fault => (fault.Allowed ?? []).Order(StringComparer.Ordinal).SequenceEqual(read.Order(StringComparer.Ordinal)));
    }

    private static string WithKey(string text, YamlMapping map)
    {
        int start = Offset(text, map.Span.Start);
        return text[start] == '{'
            ? $"{text[..(start + 1)]}{Unheard}: 1, {text[(start + 1)..]}"
            : $"{text[..start]}{Unheard}: 1\n{new string(' ', map.Span.Start.Column - 1)}{text[start..]}";
    }

    private void SameVerdict(string text, YamlNode node, string other)
    {
        int end = Offset(text, node.Span.End);
        // The span of a list or mapping in brackets ends before the last of them.
        if (text[Offset(text, node.Span.Start)] is '{' or '[')
            end++;
        string spoilt = text[..Offset(text, node.Span.Start)] + other + text[end..];
        string[] said = errors(spoilt);
        IReadOnlyList<SchemaFault> faults = Faults(spoilt);
        string place = $"{node.Description} at {node.Span.Start} replaced by '{other}'";
        Assert.True(faults.Count == 0 || said.Length > 0, $"{place} is refused by the schema alone: {string.Join(", ", faults)}");
        string[] kinds = [.. said.Where(error => error.StartsWith($"{file}:{node.Span.Start}: ", StringComparison.Ordinal) && OfKind().IsMatch(error))];
        Assert.True(kinds.Length == 0 || faults.Count > 0, $"{place} is valid by the schema: {string.Join(", ", kinds)}");
    }

    private static IEnumerable<YamlNode> Values(YamlNode node)
    {
        IEnumerable<YamlNode> inner = node switch
        {
            YamlMapping map => map.Entries.Select(entry => entry.Value),
            // The first number of a list stands for all.
            YamlSequence list => list.Items.Where((item, index) => index == 0 || item is YamlMapping),
            _ => [],
        };
        return inner.SelectMany(one => Values(one).Prepend(one));
    }

    private static int Offset(string text, SourcePosition place) =>
        text.Split('\n').Take(place.Line - 1).Sum(line => line.Length + 1) + place.Column - 1;

    [GeneratedRegex("; expected one of ([^;]*)")]
    private static partial Regex Known();

    // The wording of YamlReader where a value is of another kind; rules of physics have other words.
    [GeneratedRegex(" is (a list|a mapping|nothing);|; expected a (text|number without unit|mapping of|whole number)| has (no|another) unit;|: unknown [^;]*; expected one of")]
    private static partial Regex OfKind();
}
