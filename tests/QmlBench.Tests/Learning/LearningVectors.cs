using System.Text.Json;
using QmlBench.Learning.Datasets;

namespace QmlBench.Tests.Learning;

/// <summary>The published reference vectors of learning, case by case.</summary>
internal static class LearningVectors
{
    public static List<JsonElement> Cases(string file, Func<JsonElement, bool>? wanted = null)
    {
        using var document = JsonDocument.Parse(SharedData.Text("vectors", "learning", file));
        var all = document.RootElement.GetProperty("cases").EnumerateArray().Select(c => c.Clone());
        List<JsonElement> cases = [.. all.Where(c => wanted?.Invoke(c) ?? true)];
        Assert.NotEmpty(cases);
        return cases;
    }

    public static List<JsonElement> OfKind(string file, string kind) => Cases(file, c => c.GetProperty("kind").GetString() == kind);

    public static string Id(JsonElement c) => c.GetProperty("id").GetString()!;

    public static double[] Doubles(JsonElement array) => [.. array.EnumerateArray().Select(Double)];

    public static double Double(JsonElement value) => value.ValueKind == JsonValueKind.String
        ? value.GetString() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            var other => throw new FormatException(other),
        }
        : value.GetDouble();

    public static int[] Ints(JsonElement array) => [.. array.EnumerateArray().Select(v => v.GetInt32())];

    public static double[] Flat(JsonElement matrix) => [.. matrix.EnumerateArray().SelectMany(Doubles)];

    public static FeatureMatrix Matrix(JsonElement rows) => FeatureMatrix.FromRows([.. rows.EnumerateArray().Select(Doubles)]);

    public static Dataset Table(string file) => TableReader.Read(SharedData.Text("datasets", file), file, "shared");

    public static void Close(double expected, double actual, double tolerance, string what)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual))
            return;
        Assert.True(
            Math.Abs(expected - actual) <= tolerance,
            $"{what}: expected {expected:R}, got {actual:R}, off by {Math.Abs(expected - actual):g3}");
    }

    public static void Close(ReadOnlySpan<double> expected, ReadOnlySpan<double> actual, double tolerance, string what)
    {
        Assert.True(expected.Length == actual.Length, $"{what}: expected {expected.Length} values, got {actual.Length}");
        for (var i = 0; i < expected.Length; i++)
            Close(expected[i], actual[i], tolerance, $"{what}[{i}]");
    }
}
