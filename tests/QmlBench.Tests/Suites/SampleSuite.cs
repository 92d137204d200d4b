using QmlBench.Circuits.Source;
using QmlBench.Devices;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Vocabulary;
using QmlBench.Suites.Yaml;

namespace QmlBench.Tests.Suites;

/// <summary>A small sound suite that tests change in one place.</summary>
internal static class SampleSuite
{
    public const string Text =
        """
        schema: qmlbench/suite/v1
        name: sample
        title: A sample
        seed: 5
        datasets:
          - { name: cancer, table: breast_cancer, features: 4, train: 30, test: 20, draws: 8 }
          - { name: manifold, generator: hidden_manifold, features: 4, manifold: 6, train: 30, test: 20, draws: 8 }
        models:
          - name: kernel
            kind: fidelity-kernel
            grid: { C: [1, 10] }
            folds: 2
          - name: svc
            kind: rbf-svc
            grid: { C: [1, 10] }
            folds: 2
        evaluate_on: [ideal, ibm_manila_2024-05-27]
        execution: { shots: 128 }
        mitigation:
          - name: none
          - { name: readout, techniques: [readout] }
        metrics: [accuracy, value_error]
        claims:
          - name: better
            statement: The kernel is better.
            dataset: manifold
            metric: accuracy
            treatment: { model: kernel, device: ideal }
            control: { model: svc }
            margin: 0.02
            pairs: 8
            expect: refuted
        limits: { time: 60 s, memory: 1 GiB, exact_qubits: 10 }
        """;

    public static SuiteVocabulary Vocabulary { get; } = SuiteVocabulary.Of(new DeviceLibrary(Path.Combine(RepositoryRoot.Path, "devices")));

    public static Suite Read(string text)
    {
        var bag = new DiagnosticBag();
        var suite = new SuiteYamlReader(Vocabulary).Read(new SourceText("sample.yaml", text), bag);
        Assert.True(suite is not null, string.Join('\n', bag.Sorted));
        return suite;
    }

    public static string[] Problems(string text)
    {
        var bag = new DiagnosticBag();
        var suite = new SuiteYamlReader(Vocabulary).Read(new SourceText("sample.yaml", text), bag);
        Assert.Equal(bag.HasErrors, suite is null);
        return [.. bag.Errors.Select(problem => problem.ToString())];
    }

    /// <summary>The sample with one text replaced, which must be there.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Text, StringComparison.Ordinal);
        return Text.Replace(old, replacement, StringComparison.Ordinal);
    }
}
