using QmlBench.Suites.Definition;
using QmlBench.Suites.Planning;

namespace QmlBench.Tests.Suites.Planning;

public sealed class PlannerTests
{
    private sealed class FakeInputs(string data = "d", string versions = "v") : IPlanInputs
    {
        public string DataHash(DatasetSpec dataset) => data + dataset.Source;

        public string DeviceHash(DeviceSpec device) => "h" + device.Name;

        public string Versions(Case trialCase) => versions;
    }

    private static Plan Make(Suite suite, string? only = null, IPlanInputs? inputs = null) => new Planner(inputs ?? new FakeInputs()).Make(suite, only);

    [Fact]
    public void GridIsTheProductOfTheLists()
    {
        var plan = Make(SampleSuite.Read(SampleSuite.Text));
        Assert.Equal(2 * ((2 * 2) + 1), plan.Cases.Length);
        Assert.Equal(8 * plan.Cases.Length, plan.Trials.Length);
        Assert.False(plan.IsPartial);
    }

    [Fact]
    public void TrialsStandInTheOrderOfTheirIdentities()
    {
        var hashes = Make(SampleSuite.Read(SampleSuite.Text)).Trials.Select(trial => trial.IdentityHash).ToList();
        Assert.Equal(hashes.Order(StringComparer.Ordinal), hashes);
        Assert.Equal(hashes.Count, hashes.Distinct().Count());
    }

    [Fact]
    public void ExcludeAndOnlyLeaveCasesOut()
    {
        var excluded = SampleSuite.Read(SampleSuite.With("metrics:", "exclude: [{ devices: [ideal], mitigation: [readout] }]\nmetrics:"));
        Assert.DoesNotContain(Make(excluded).Cases, one => one.Path.Contains("ideal/readout", StringComparison.Ordinal));
        var only = Make(excluded, "cancer/*/classical/*");
        Assert.Equal(["cancer/svc/classical/none"], only.Cases.Select(one => one.Path));
        Assert.True(only.IsPartial);
    }

    [Theory]
    [InlineData("seed: 5", "seed: 6", true)]
    [InlineData("shots: 128", "shots: 256", true)]
    [InlineData("train: 30", "train: 31", true)]
    [InlineData("folds: 2", "folds: 3", true)]
    [InlineData("name: sample", "name: other", false)]
    [InlineData("draws: 8", "draws: 9", false)]
    [InlineData("memory: 1 GiB", "memory: 2 GiB", false)]
    [InlineData("time: 60 s", "time: 61 s", false)]
    [InlineData("seed: 5", "seed: 5\nrepeats: 2", false)]
    public void IdentityIsWhatWasAskedAndNothingElse(string old, string replacement, bool changes)
    {
        var before = Quantum(Make(SampleSuite.Read(SampleSuite.Text)));
        var after = Quantum(Make(SampleSuite.Read(SampleSuite.With(old, replacement))));
        Assert.Equal(changes, before.IdentityHash != after.IdentityHash);
    }

    [Theory]
    [InlineData("memory: 1 GiB", "memory: 2 GiB", true)]
    [InlineData("exact_qubits: 10", "exact_qubits: 11", true)]
    [InlineData("time: 60 s", "time: 61 s", false)]
    [InlineData("name: sample", "name: other", false)]
    public void ResultKeyAddsTheLimitsThatCanChangeTheMethod(string old, string replacement, bool changes)
    {
        var before = Quantum(Make(SampleSuite.Read(SampleSuite.Text)));
        var after = Quantum(Make(SampleSuite.Read(SampleSuite.With(old, replacement))));
        Assert.Equal(changes, before.ResultKey != after.ResultKey);
    }

    [Fact]
    public void ResultKeyAddsInputsAndVersionsButIdentityDoesNot()
    {
        var suite = SampleSuite.Read(SampleSuite.Text);
        var plain = Quantum(Make(suite));
        foreach (var other in new[] { new FakeInputs(data: "e"), new FakeInputs(versions: "w") })
        {
            var changed = Quantum(Make(suite, inputs: other));
            Assert.Equal(plain.IdentityHash, changed.IdentityHash);
            Assert.NotEqual(plain.ResultKey, changed.ResultKey);
        }
    }

    [Fact]
    public void TrialsOfOneModelAndDrawShareAFitWhateverTheDevice()
    {
        var plan = Make(SampleSuite.Read(SampleSuite.Text));
        var fits = plan.Trials.Where(trial => trial.Case.Model.Name == "kernel" && trial.Case.Dataset.Name == "manifold" && trial.Draw == 3)
            .Select(trial => trial.FitKey).ToList();
        Assert.Equal(4, fits.Count);
        Assert.Single(fits.Distinct());
        Assert.Equal(2 * 2 * 8, plan.Trials.Select(trial => trial.FitKey).Distinct().Count());
    }

    [Theory]
    [InlineData("margin: 0.02", "margin: 0.03")]
    [InlineData("pairs: 8", "pairs: 7")]
    [InlineData("expect: refuted", "expect: supported")]
    [InlineData("name: sample", "name: other")]
    public void ARunIsNamedAfterItsTrialsAndItsClaims(string old, string replacement)
    {
        var plan = Make(SampleSuite.Read(SampleSuite.Text));
        var other = Make(SampleSuite.Read(SampleSuite.With(old, replacement)));
        Assert.NotEqual(plan.RunName, other.RunName);
        Assert.Equal(plan.Trials.Select(trial => trial.ResultKey), other.Trials.Select(trial => trial.ResultKey));
        Assert.Matches("^[0-9a-f]{8}$", plan.RunName);
    }

    private static Trial Quantum(Plan plan) =>
        plan.Trials.Single(trial => trial.Path == "manifold/kernel/ibm_manila_2024-05-27/readout/draw 3");
}
