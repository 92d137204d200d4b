using QmlBench.Learning;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Running;

namespace QmlBench.Tests.Suites.Running;

public sealed class ComponentVersionsTests
{
    private static readonly Plan Plan = Make();

    private static Plan Make()
    {
        var suite = SampleSuite.Read(SampleSuite.Text);
        return new Planner(new PlanInputs(new ExecutorPool(suite, SampleSuite.Vocabulary.Devices))).Make(suite, null);
    }

    private static string VersionsOf(string path)
    {
        var suite = Plan.Suite;
        return new PlanInputs(new ExecutorPool(suite, SampleSuite.Vocabulary.Devices)).Versions(Plan.Cases.Single(one => one.Path == path));
    }

    // A raised version of any of these must make stored results stale.
    [Theory]
    [InlineData("cancer/svc/classical/none", "model.rbf-svc")]
    [InlineData("cancer/kernel/ideal/none", "model.fidelity-kernel")]
    public void EveryPartOfLearningIsInTheKeyAndNoOtherModel(string path, string model)
    {
        var versions = VersionsOf(path);
        foreach (var version in BehaviourVersions.All.Where(one => !one.Component.StartsWith("model.", StringComparison.Ordinal)))
            Assert.Contains($"{version.Component} {version.Version}", versions, StringComparison.Ordinal);
        Assert.Contains(model, versions, StringComparison.Ordinal);
        Assert.Equal(1, versions.Split("model.").Length - 1);
    }

    [Fact]
    public void AQuantumCaseNamesItsCompilerNoiseAndTechnique()
    {
        var versions = VersionsOf("cancer/kernel/ibm_manila_2024-05-27/readout");
        foreach (var part in new[] { "emulation ", "noise ", "simulation ", "transpiler ", "readout " })
            Assert.Contains(part, versions, StringComparison.Ordinal);
        Assert.DoesNotContain("transpiler", VersionsOf("cancer/svc/classical/none"), StringComparison.Ordinal);
    }
}
