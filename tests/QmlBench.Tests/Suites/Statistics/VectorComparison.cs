using System.Text.Json;
using QmlBench.Suites.Statistics;

namespace QmlBench.Tests.Suites.Statistics;

/// <summary>Compares a case of a vector file field by field; every field must be compared or named as not implemented.</summary>
internal sealed class VectorComparison
{
    private readonly List<string> _failures = [];
    private readonly HashSet<string> _seen = [];
    private JsonElement _case;
    private string _id = string.Empty;
    private int _compared;

    public static void Run(
        string file, string[] inputs, string[] notImplemented, Action<VectorComparison, JsonElement> compare, string? kind = null)
    {
        using var document = JsonDocument.Parse(SharedData.Text("vectors", "learning", file));
        var all = new VectorComparison();
        foreach (var one in document.RootElement.GetProperty("cases").EnumerateArray())
        {
            if (kind is not null && one.GetProperty("kind").GetString() != kind) continue;
            all.Case(one, inputs, notImplemented, compare);
        }
        Assert.True(all._failures.Count == 0, string.Join('\n', all._failures));
        Assert.True(all._compared > 0, $"{file} has no case of kind '{kind}' to compare.");
    }

    public static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(value => value.GetDouble())];

    /// <summary>Compares the number at a path such as "paired_t/p"; NaN and infinity are written as words in the files.</summary>
    public void Near(double actual, double tolerance, params string[] path)
    {
        var place = string.Join('/', path);
        _seen.Add(path[0]);
        var expected = path.Aggregate(_case, (element, name) =>
            int.TryParse(name, out var index) && element.ValueKind == JsonValueKind.Array ? element[index] : element.GetProperty(name));
        _compared++;
        var value = expected.GetDouble();
        if (!(Math.Abs(actual - value) <= tolerance * Math.Max(1, Math.Abs(value))))
            _failures.Add($"{_id}, {place}: expected {value:R}, got {actual:R}");
    }

    public void Near(ConfidenceInterval actual, double tolerance, params string[] path)
    {
        Near(actual.Lower, tolerance, [.. path, "0"]);
        Near(actual.Upper, tolerance, [.. path, "1"]);
    }

    public void True(bool holds, string field)
    {
        _seen.Add(field);
        _compared++;
        if (!holds) _failures.Add($"{_id}, {field}: differs");
    }

    private void Case(JsonElement one, string[] inputs, string[] notImplemented, Action<VectorComparison, JsonElement> compare)
    {
        (_case, _id) = (one, one.GetProperty("id").GetString()!);
        _seen.Clear();
        compare(this, one);
        foreach (var field in one.EnumerateObject().Select(property => property.Name))
            if (field is not ("id" or "kind") && !_seen.Contains(field) && !inputs.Contains(field) && !notImplemented.Contains(field))
                _failures.Add($"{_id}, {field}: neither compared nor listed as not implemented");
    }
}
