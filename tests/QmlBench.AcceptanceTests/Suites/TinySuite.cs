namespace QmlBench.AcceptanceTests.Suites;

/// <summary>A suite of 18 small trials with one claim that six tiny draws cannot decide.</summary>
internal static class TinySuite
{
    public const string Text =
        """
        schema: qmlbench/suite/v1
        name: tiny
        title: A tiny suite
        seed: 7
        datasets:
          - { name: manifold, generator: hidden_manifold, features: 2, manifold: 3, train: 12, test: 8, draws: 6 }
        models:
          - name: kernel
            kind: fidelity-kernel
            settings: { bandwidth: 0.5, repetitions: 1 }
            grid: { C: [1, 10] }
            folds: 2
          - name: logistic
            kind: logistic-regression
            grid: { C: [1, 100] }
            folds: 2
        evaluate_on: [ideal, ibm_manila_2024-05-27]
        execution: { shots: 64 }
        metrics: [accuracy, value_error]
        claims:
          - name: better
            statement: The kernel is more accurate.
            dataset: manifold
            metric: accuracy
            treatment: { model: kernel, device: ideal }
            control: { model: logistic }
            margin: 0
            pairs: 6
            expect: inconclusive
        limits: { time: 60 s, memory: 1 GiB, exact_qubits: 4 }

        """;

    /// <summary>The suite with one text replaced, which must be there.</summary>
    public static string With(string old, string replacement)
    {
        Assert.Contains(old, Text, StringComparison.Ordinal);
        return Text.Replace(old, replacement, StringComparison.Ordinal);
    }
}
