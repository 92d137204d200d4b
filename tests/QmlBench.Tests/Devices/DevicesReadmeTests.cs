using System.Globalization;
using QmlBench.Devices;
using QmlBench.Devices.History;

namespace QmlBench.Tests.Devices;

public sealed class DevicesReadmeTests
{
    [Fact]
    public void The_example_is_a_flawless_profile()
    {
        string page = File.ReadAllText(RepositoryRoot.Combine("devices", "README.md"));
        int start = page.IndexOf("```yaml\n", StringComparison.Ordinal) + "```yaml\n".Length;
        string example = page[start..page.IndexOf("```", start, StringComparison.Ordinal)];
        Assert.Empty(Profiles.Problems(example));
    }

    [Theory]
    [InlineData("t2-above-2t1")]
    [InlineData("missing-figures")]
    [InlineData("measurements")]
    [InlineData("noise_scale")]
    public void The_page_names_every_key(string key) =>
        Assert.Contains($"`{key}`", File.ReadAllText(RepositoryRoot.Combine("devices", "README.md")), StringComparison.Ordinal);

    [Fact]
    public void The_page_lists_every_shipped_profile()
    {
        string page = File.ReadAllText(RepositoryRoot.Combine("devices", "README.md"));
        string[] names = [.. Directory.GetFiles(RepositoryRoot.Combine("devices"), "*.yaml").Select(file => Path.GetFileNameWithoutExtension(file)!)
            .Order(StringComparer.Ordinal)];
        string table = string.Concat(names.Select(name => Row(ShippedDevices.Load(name)) + "\n"));
        Assert.True(page.Contains(table, StringComparison.Ordinal), $"The table of shipped profiles should be\n{table}");
    }

    private static string Dated(Device device)
    {
        string date = device.Snapshot?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
        return device.Kind == DeviceKind.Calibration ? date : $"{date} specification".TrimStart();
    }

    private static string Row(Device device)
    {
        SiteFigure[] errors = [.. SiteFigures.Of(device).Where(f => f.Kind == FigureKind.TwoQubitError)];
        Quartiles quartiles = Quartiles.Of(errors.Where(f => !f.IsDead).Select(f => f.Value));
        string gates = string.Join(", ", errors.Select(f => f.Gate).Distinct().Order(StringComparer.Ordinal));
        string repository = device.Source.Repository?.Split("github.com/")[^1] ?? "";
        return string.Join(" ", "|", $"`{device.Name}`", "|", device.Vendor, "|",
            Dated(device), "|",
            device.QubitCount.ToString(CultureInfo.InvariantCulture), "|", device.Technology, "|",
            gates.Length == 0 ? "–" : gates, "|",
            quartiles.Count == 0 ? errors.Length > 0 ? "not measured" : "–" : (100 * quartiles.Median).ToString("0.00", CultureInfo.InvariantCulture) + " %",
            "|", $"[{repository}]({device.Source.Repository})", "|");
    }
}
