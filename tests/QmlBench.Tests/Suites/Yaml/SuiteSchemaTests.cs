using System.Text.Json.Nodes;
using QmlBench.Suites.Yaml;
using QmlBench.Tests.Devices.Schemas;

namespace QmlBench.Tests.Suites.Yaml;

public sealed class SuiteSchemaTests
{
    // Every section that the sample has not.
    private const string Rest = """
        schema: qmlbench/suite/v1
        name: rest
        description: Everything else.
        repeats: 2
        datasets:
          - { name: manifold, generator: hidden_manifold, features: 3, manifold: 6, train: 30, test: 20, draws: 8 }
        models:
          - { name: kernel, kind: fidelity-kernel, settings: { repetitions: 1 }, grid: { C: [1, 0.5] }, folds: 2 }
          - { name: svc, kind: rbf-svc, grid: { C: [1, 10] }, folds: 2 }
        train_on: { device: ibm_manila }
        evaluate_on: [ideal, { device: ibm_manila, noise_scale: 0.5, drift: { days: 7, seed: 1 } }]
        execution: { shots: exact, method: auto, precision: 0.01, effort: 2, schedule: asap, bind: template, objective: depth, semantics: profile, without: [idle], with: [crosstalk], coherence_limit: keep }
        mitigation: [{ name: none }, { name: readout, techniques: [readout] }]
        include: [{ datasets: [manifold], models: [kernel, svc], devices: [ideal, classical], mitigation: [none] }]
        exclude: [{ models: [svc], devices: [ideal] }]
        metrics: [accuracy]
        claims:
          - { name: better, statement: It is., dataset: manifold, metric: accuracy, treatment: { model: kernel, device: ideal, mitigation: none }, control: { model: svc }, margin: 0.02, alpha: 0.05, pairs: 8, expect: refuted }
        limits: { time: 1.5 min, memory: 512 MiB, exact_qubits: 10, trajectories: 100 }
        """;

    private static readonly SchemaAgreement Agreement = new(
        JsonNode.Parse(SuiteSchema.Of(SampleSuite.Vocabulary).Write())!.AsObject(), SampleSuite.Problems, "sample.yaml");

    public static TheoryData<string> Complete => [SampleSuite.Text, Rest];

    [Fact]
    public void The_shipped_schema_is_the_one_the_code_writes() =>
        SchemaAgreement.IsShipped(SuiteSchema.Of(SampleSuite.Vocabulary), "suite", "suites", SuiteSchema.FileName);

    [Fact]
    public void Every_shipped_suite_and_the_example_of_the_reference_are_valid()
    {
        Assert.All(Directory.GetFiles(RepositoryRoot.Combine("suites"), "*.yaml"), file => Assert.Empty(Agreement.Faults(File.ReadAllText(file))));
        string page = File.ReadAllText(RepositoryRoot.Combine("suites", "README.md"));
        int start = page.IndexOf("```yaml", StringComparison.Ordinal) + "```yaml".Length;
        Assert.Empty(Agreement.Faults(page[start..page.IndexOf("```", start, StringComparison.Ordinal)]));
    }

    [Theory]
    [MemberData(nameof(Complete))]
    public void Suites_with_every_key_are_valid(string text)
    {
        Assert.Empty(SampleSuite.Problems(text));
        Assert.Empty(Agreement.Faults(text));
    }

    [Theory]
    [MemberData(nameof(Complete))]
    public void Reader_and_schema_know_the_same_keys(string text) => Agreement.SameKeys(text);

    [Theory]
    [MemberData(nameof(Complete))]
    public void Where_the_schema_refuses_a_value_the_reader_does_and_where_the_reader_refuses_its_kind_the_schema_does(string text) =>
        Agreement.SameVerdicts(text);
}
