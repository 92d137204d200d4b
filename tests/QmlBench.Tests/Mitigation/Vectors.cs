using System.Text.Json;

namespace QmlBench.Tests.Mitigation;

/// <summary>The shared vectors of mitigation.</summary>
internal static class Vectors
{
    /// <summary>Records of one group of <c>mitigation-vectors.json</c>.</summary>
    public static List<JsonElement> Facts(string group) => Of("mitigation-vectors.json", group);

    /// <summary>Records of one group of <c>mitigation-mitiq.json</c>: what Mitiq 1.1.0 returns.</summary>
    public static List<JsonElement> Mitiq(string group) => Of("mitigation-mitiq.json", group);

    /// <summary>A list of numbers.</summary>
    public static double[] Doubles(JsonElement list) => [.. list.EnumerateArray().Select(one => one.GetDouble())];

    private static List<JsonElement> Of(string file, string group)
    {
        using JsonDocument document = JsonDocument.Parse(SharedData.Text("vectors", file));
        List<JsonElement> found = [.. document.RootElement.GetProperty("vectors").EnumerateArray()
            .Where(vector => vector.GetProperty("group").GetString() == group).Select(vector => vector.Clone())];
        Assert.NotEmpty(found);
        return found;
    }
}
