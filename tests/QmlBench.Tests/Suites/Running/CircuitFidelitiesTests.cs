using QmlBench.Devices;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;
using QmlBench.Suites.Running;

namespace QmlBench.Tests.Suites.Running;

public sealed class CircuitFidelitiesTests
{
    private const string Execution = "execution: { shots: 128 }";
    private static readonly DeviceLibrary Devices = new(Path.Combine(RepositoryRoot.Path, "devices"));

    // Errors that cancel or that the state does not feel can only make the state better than the product says; readout is in neither.
    [Fact]
    public void TheSimulatedFidelityIsNearThePredictedOneAndTheSameForAllMitigations()
    {
        var results = Run("*/kernel/*");
        Assert.Equal(4, results.Count);
        Assert.All(results.Where(trial => trial.Key.Device == "ideal"), trial => Assert.Null(trial.Fidelity));
        var noisy = results.Where(trial => trial.Key.Device != "ideal").Select(trial => trial.Fidelity).ToList();
        var fidelity = Assert.Single(noisy.Distinct())!;
        Assert.Equal(results[0].Predictions[0].Sample, fidelity.Sample);
        Assert.Equal(4, fidelity.Qubits);
        Assert.InRange(fidelity.Predicted, 0.3, 0.99);
        Assert.InRange(fidelity.Simulated!.Value, fidelity.Predicted, (1 + fidelity.Predicted) / 2);
        Assert.Empty(fidelity.Why);
    }

    [Fact]
    public void OfReadoutAloneNothingIsInThem()
    {
        var noisy = Run("*/kernel/ibm*/none", Execution, "execution: { shots: 128, sources: [readout] }")[0].Fidelity!;
        Assert.Equal(1, noisy.Predicted, 1e-12);
        Assert.Equal(1, noisy.Simulated!.Value, 1e-9);
    }

    [Fact]
    public void ARegisterBeyondTheLimitsSaysSo()
    {
        var fidelity = Run("*/kernel/ibm*/none", "memory: 1 GiB", "memory: 16 KiB")[0].Fidelity!;
        Assert.InRange(fidelity.Predicted, 0.3, 0.99);
        Assert.Null(fidelity.Simulated);
        Assert.Equal("the circuit touches 4 qubits; this is simulated up to 10 where the suite's memory allows it", fidelity.Why);
    }

    [Fact]
    public void TrajectoriesGiveAPredictionAlone()
    {
        var fidelity = Run(
            "*/kernel/ibm*/none",
            "kind: fidelity-kernel\n    grid: { C: [1, 10] }",
            "kind: data-reuploading\n    settings: { qubits: 4, steps: 2 }\n    grid: { layers: [1, 2] }",
            Execution,
            "execution: { shots: 128, method: trajectories }")[0].Fidelity!;
        Assert.InRange(fidelity.Predicted, 0.3, 0.999);
        Assert.Null(fidelity.Simulated);
        Assert.StartsWith("simulated by trajectories", fidelity.Why, StringComparison.Ordinal);
    }

    [Fact]
    public void AClassicalModelHasNone() => Assert.Null(Run("*/svc/*")[0].Fidelity);

    // The first draw of the first data set.
    private static List<TrialResult> Run(string only, params string[] replacements)
    {
        var text = SampleSuite.Text;
        foreach (var pair in replacements.Chunk(2))
        {
            Assert.Contains(pair[0], text, StringComparison.Ordinal);
            text = text.Replace(pair[0], pair[1], StringComparison.Ordinal);
        }

        var suite = SampleSuite.Read(text);
        var trials = new Planner(new FixedInputs()).Make(suite, only).Trials
            .Where(trial => trial is { Draw: 0, Case.Dataset.Name: "cancer" });
        var results = new List<TrialResult>();
        new FitGroupWork(new ExecutorPool(suite, Devices))
            .Run(Assert.Single(FitGroup.Of(suite, trials)), results.Add, TestContext.Current.CancellationToken);
        Assert.All(results, result => Assert.Null(result.Error));
        return results;
    }
}
