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
}
