using System.Reflection;
using QmlBench.Devices;
using QmlBench.Emulation;
using QmlBench.Emulation.Noise;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Learning.QuantumModels;

/// <summary>Models trained without noise and evaluated on an emulated device.</summary>
public sealed class DeviceEvaluationTests
{
    public static TheoryData<string> Quantum => [.. ModelCatalogue.All.Where(s => s.Family == ModelFamily.Quantum).Select(s => s.Name)];

    [Theory]
    [MemberData(nameof(Quantum))]
    public void Noise_moves_decisions_a_little_and_costs_what_the_ledger_says(string name)
    {
        var (fitted, samples) = Fit(name);
        var ideal = fitted.Decide(samples, LearningContexts.Evaluation(LearningContexts.Ideal()));
        var noisy = fitted.Decide(samples, LearningContexts.Evaluation(LearningContexts.Cache(Manila())));
        Assert.True(noisy.IsExact);
        Assert.True(noisy.Spent.TwoQubitGates > 0);
        for (var row = 0; row < samples.Rows; row++)
        {
            Assert.NotEqual(ideal.Values.Span[row], noisy.Values.Span[row]);
            Assert.InRange(Math.Abs(ideal.Values.Span[row] - noisy.Values.Span[row]), 0, 1.5);
        }
    }

    /// <summary>Each of 8 decision values of a sampled run lies within 5 of its standard errors from the exact noisy value.</summary>
    [Theory]
    [MemberData(nameof(Quantum))]
    public void Sampled_decisions_agree_with_exact_ones_within_their_errors(string name)
    {
        var (fitted, samples) = Fit(name);
        var device = LearningContexts.Cache(Manila());
        var exact = fitted.Decide(samples, LearningContexts.Evaluation(device));
        var sampled = fitted.Decide(samples, LearningContexts.Evaluation(device, new Budget.Shots(500)));
        Assert.Equal(
            sampled.Values.ToArray(), fitted.Decide(samples, LearningContexts.Evaluation(device, new Budget.Shots(500))).Values.ToArray());
        for (var row = 0; row < samples.Rows; row++)
        {
            var error = sampled.StandardErrors.Span[row];
            Assert.InRange(error, 1e-6, 1);
            Assert.InRange(Math.Abs(sampled.Values.Span[row] - exact.Values.Span[row]), 0, 5 * error);
        }
    }

    [Theory]
    [InlineData("fidelity-kernel", "offers no fidelity kernel, which fidelity-kernel is made of")]
    [InlineData("data-reuploading", "offers no exact gradient, which training data-reuploading takes")]
    public void An_executor_without_the_capability_is_refused_by_name(string name, string expected)
    {
        var bare = LearningContexts.Cache(Bare.Around<IExecutor>(Emulator.Ideal));
        var data = new HiddenManifold(2, samples: 20).Draw(StreamKey.Root(1, "data")).Samples;
        var model = ModelCatalogue.Find(name)!.Create(Hyperparameters.None);
        var fault = Assert.Throws<ExecutionRefusedException>(() => model.Fit(data, LearningContexts.Training(programs: bare)));
        Assert.Contains(expected, fault.Message, StringComparison.Ordinal);
        Assert.Contains("'ideal", fault.Message, StringComparison.Ordinal);
    }

    private static (IFittedModel Fitted, FeatureMatrix Samples) Fit(string name)
    {
        var data = new HiddenManifold(3, samples: 30).Draw(StreamKey.Root(2, "data"));
        var settings = name == "data-reuploading"
            ? Hyperparameters.Of(("steps", 30), ("learning_rate", 0.1), ("qubits", 3))
            : Hyperparameters.None;
        var fitted = ModelCatalogue.Find(name)!.Create(settings).Fit(data.Samples, LearningContexts.Training());
        return (fitted, data.Features.Select([0, 1, 2, 3, 4, 5, 6, 7]));
    }

    private static Emulator Manila() =>
        new(DeviceLibrary.Discover(RepositoryRoot.Path).Load("ibm_manila_2024-05-27", 5), NoiseOptions.Default);

    /// <summary>Passes every call on, but the programs of an executor have no capability at all.</summary>
    public class Bare : DispatchProxy
    {
        private object _inner = null!;

        public static T Around<T>(T inner)
            where T : class
        {
            var proxy = Create<T, Bare>();
            ((Bare)(object)proxy)._inner = inner;
            return proxy;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
        {
            if (targetMethod!.Name == nameof(IProgram.Find))
                return null;
            var result = targetMethod.Invoke(_inner, args);
            return result is IProgram program ? Around(program) : result;
        }
    }
}
