namespace QmlBench.Tests.Suites.Yaml;

public sealed class SuiteYamlReaderTests
{
    [Fact]
    public void ReadsASoundSuite()
    {
        var suite = SampleSuite.Read(SampleSuite.Text);
        Assert.Equal("sample", suite.Name);
        Assert.Equal(5UL, suite.Seed);
        Assert.Equal(["cancer", "manifold"], suite.Datasets.Select(one => one.Name));
        Assert.True(suite.Datasets[0].IsTable);
        Assert.Equal(0, suite.Datasets[0].Manifold);
        Assert.Equal(6, suite.Datasets[1].Manifold);
        Assert.Equal(2, suite.Models[0].Configurations);
        Assert.Equal(128, suite.Execution.Shots);
        Assert.Equal(60.0, suite.Limits.TimeSeconds);
        Assert.Equal(1L << 30, suite.Limits.MemoryBytes);
        Assert.Equal("refuted", suite.Claims[0].Expect);
    }

    [Fact]
    public void ShippedSuitesAreSound()
    {
        var files = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "suites"), "*.yaml");
        Assert.NotEmpty(files);
        Assert.All(files, file => SampleSuite.Read(File.ReadAllText(file)));
    }

    [Fact]
    public void ExampleOfTheReferenceIsSound()
    {
        var page = File.ReadAllText(Path.Combine(RepositoryRoot.Path, "suites", "README.md"));
        var start = page.IndexOf("```yaml", StringComparison.Ordinal) + "```yaml".Length;
        SampleSuite.Read(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]);
    }

    [Theory]
    [InlineData("seed: 5", "sead: 5", "sample.yaml:4:1: unknown key 'sead' in the suite", "did you mean 'seed'?")]
    [InlineData("schema: qmlbench/suite/v1", "schema: qmlbench/suite/v2", "sample.yaml:1:9:", "qmlbench/suite/v1")]
    [InlineData("table: breast_cancer", "table: brest_cancer", "sample.yaml:6:28:", "did you mean 'breast_cancer'?")]
    [InlineData("kind: fidelity-kernel", "kind: fidelty-kernel", "sample.yaml:10:11:", "did you mean 'fidelity-kernel'?")]
    [InlineData("ibm_manila_2024-05-27", "ibm_manilla_2024-05-27", "unknown device 'ibm_manilla_2024-05-27'", "did you mean 'ibm_manila_2024-05-27'?")]
    [InlineData("time: 60 s", "time: 60", "sample.yaml:33:17:", "unit")]
    [InlineData("{ C: [1, 10] }", "{ C: [1, 0] }", "'C'", "")]
    [InlineData("{ C: [1, 10] }", "{ D: [1, 10] }", "unknown key 'D'", "C")]
    [InlineData("{ C: [1, 10] }", "{ C: [1, 1] }", "tries a value twice", "")]
    [InlineData("techniques: [readout]", "techniques: [redout]", "redout", "did you mean 'readout'?")]
    [InlineData("metrics: [accuracy, value_error]", "metrics: [acuracy]", "acuracy", "did you mean 'accuracy'?")]
    [InlineData("features: 4, train: 30, test: 20, draws: 8 }\n  - { name: manifold", "features: 40, train: 30, test: 20, draws: 8 }\n  - { name: manifold", "has no 40 features", "at most 30")]
    [InlineData("train: 30, test: 20, draws: 8 }\n  - { name: manifold", "train: 600, test: 20, draws: 8 }\n  - { name: manifold", "620 samples", "at most 569")]
    [InlineData("manifold: 6, train", "manifold: 0, train", "'manifold'", "")]
    [InlineData("pairs: 8", "pairs: 9", "9 pairs need as many draws; manifold has 8", "at most 8")]
    [InlineData("dataset: manifold", "dataset: manifolt", "unknown data set 'manifolt'", "did you mean 'manifold'?")]
    [InlineData("control: { model: svc }", "control: { model: svm }", "unknown model 'svm'", "did you mean 'svc'?")]
    [InlineData("control: { model: svc }", "control: { model: svc, device: ideal }", "svc is classical", "")]
    [InlineData("treatment: { model: kernel, device: ideal }", "treatment: { model: kernel }", "names no device", "")]
    [InlineData("treatment: { model: kernel, device: ideal }", "treatment: { model: svc }", "the same arm", "")]
    [InlineData("metric: accuracy", "metric: mcc", "'mcc' is not recorded", "")]
    [InlineData("shots: 128", "shots: 128, bind: loose", "loose", "template, refuse")]
    [InlineData("shots: 128", "shots: 128, objective: fidelty", "fidelty", "did you mean 'fidelity'?")]
    [InlineData("shots: 128", "shots: 128, bind: refuse, effort: 0", "effort 0 fuses none", "effort 1 to 3")]
    [InlineData("expect: refuted", "expect: refused", "refused", "did you mean 'refuted'?")]
    [InlineData("margin: 0.02", "margin: -0.02", "'margin'", "")]
    [InlineData("exact_qubits: 10", "exact_qubits: 3", "needs 4 qubits; the suite's limit is 3", "")]
    [InlineData("shots: 128", "shots: 0", "'shots'", "")]
    [InlineData("shots: 128", "shots: 128, method: trajectorys", "trajectorys", "did you mean 'trajectories'?")]
    [InlineData("shots: 128", "shots: 128, method: state-vektor", "state-vektor", "did you mean 'state-vector'?")]
    [InlineData("shots: 128", "shots: 128, method: trajectories", "never taken by trajectories", "'method: auto'")]
    [InlineData("shots: 128", "shots: 128, precision: 0", "a precision is a standard error above 0", "0.01")]
    [InlineData("exact_qubits: 10", "exact_qubits: 10, trajectories: 1", "'trajectories'", "")]
    [InlineData("exact_qubits: 10", "exact_qubits: 10, trajectory: 10", "trajectory", "did you mean 'trajectories'?")]
    [InlineData("shots: 128", "shots: 128, without: [crostalk]", "unknown noise source 'crostalk'", "did you mean 'crosstalk'?")]
    public void NamesTheProblemItsPlaceAndTheRemedy(string old, string replacement, string problem, string remedy)
    {
        var problems = SampleSuite.Problems(SampleSuite.With(old.ReplaceLineEndings("\n"), replacement.ReplaceLineEndings("\n")));
        var all = string.Join('\n', problems);
        Assert.Contains(problem, all, StringComparison.Ordinal);
        Assert.Contains(remedy, all, StringComparison.Ordinal);
        Assert.All(problems, line => Assert.Matches(@"^sample\.yaml:\d+:\d+: ", line));
    }

    [Fact]
    public void ReportsEveryProblemAtOnce()
    {
        var text = SampleSuite.With("seed: 5", "sead: 5")
            .Replace("kind: rbf-svc", "kind: rbf-svm", StringComparison.Ordinal)
            .Replace("time: 60 s", "time: 60", StringComparison.Ordinal)
            .Replace("ibm_manila_2024-05-27", "nowhere", StringComparison.Ordinal);
        Assert.True(SampleSuite.Problems(text).Length >= 4);
    }

    [Fact]
    public void RefusesUnequalTuningBudgets()
    {
        var text = SampleSuite.With("    kind: rbf-svc\n    grid: { C: [1, 10] }", "    kind: rbf-svc\n    grid: { C: [1, 10, 100] }");
        Assert.Contains(SampleSuite.Problems(text), line => line.Contains("tuning budgets differ", StringComparison.Ordinal));
    }

    [Fact]
    public void RefusesATechniqueThatCannotServeKernels()
    {
        var problems = SampleSuite.Problems(SampleSuite.With("techniques: [readout]", "techniques: [cdr]"));
        Assert.Contains(problems, line => line.Contains("kernel asks for kernels", StringComparison.Ordinal));
    }

    [Fact]
    public void RefusesARegisterLargerThanADevice()
    {
        var text = SampleSuite.Text.Replace("features: 4", "features: 6", StringComparison.Ordinal);
        Assert.Contains(SampleSuite.Problems(text), line => line.Contains("needs 6 qubits; ibm_manila_2024-05-27 has 5", StringComparison.Ordinal));
    }

    // A reader must survive whatever an editor leaves behind: each line in turn cut, doubled or emptied of its value.
    [Fact]
    public void SurvivesEveryLineCutDoubledOrEmptied()
    {
        var lines = SampleSuite.Text.Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            var colon = lines[i].IndexOf(':', StringComparison.Ordinal);
            string[] changed = [string.Empty, lines[i] + "\n" + lines[i], colon < 0 ? lines[i] : lines[i][..(colon + 1)], lines[i] + " }", "\t" + lines[i]];
            foreach (var change in changed)
                SampleSuite.Problems(string.Join('\n', [.. lines[..i], change, .. lines[(i + 1)..]]));
        }
    }
}
