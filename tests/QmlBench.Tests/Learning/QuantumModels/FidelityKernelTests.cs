using QmlBench.Emulation.Waist;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.FeatureMaps;
using QmlBench.Learning.Models;
using QmlBench.Learning.Preprocessing;
using QmlBench.Learning.QuantumModels;

namespace QmlBench.Tests.Learning.QuantumModels;

public sealed class FidelityKernelTests
{
    /// <summary>The kernel through the waist is |⟨φ(x)|φ(y)⟩|² of the map's states.</summary>
    [Fact]
    public void The_executors_kernel_is_the_overlap_of_states()
    {
        var samples = Samples();
        var map = new IqpEmbedding(2);
        var angles = MinMaxScaler.HalfPi.Fit(samples.Features).Apply(samples.Features);
        var kernel = FidelityKernelTable.Ask("test", map, angles, angles, LearningContexts.Evaluation(LearningContexts.Ideal()));
        var states = Enumerable.Range(0, angles.Rows).Select(row => map.Build(3).Unitary(angles.Row(row))).ToArray();
        for (var i = 0; i < angles.Rows; i++)
        {
            for (var j = 0; j < angles.Rows; j++)
            {
                var inner = System.Numerics.Complex.Zero;
                for (var k = 0; k < 8; k++)
                    inner += System.Numerics.Complex.Conjugate(states[i][k, 0]) * states[j][k, 0];
                var expected = (inner * System.Numerics.Complex.Conjugate(inner)).Real;
                LearningVectors.Close(expected, kernel.Values.Span[(i * angles.Rows) + j], 1e-12, $"K[{i},{j}]");
            }
        }
    }

    /// <summary>400 shots an entry: decision values stay within 5 of their stated standard errors, which are not all 0.</summary>
    [Fact]
    public void Shots_bring_standard_errors_that_cover_the_exact_decision()
    {
        var samples = Samples();
        var fitted = FidelityKernelSpace.Zz.Create(Hyperparameters.None).Fit(samples, LearningContexts.Training());
        var exact = fitted.Decide(samples.Features, LearningContexts.Evaluation(LearningContexts.Ideal()));
        var sampled = fitted.Decide(samples.Features, LearningContexts.Evaluation(LearningContexts.Ideal(), new Budget.Shots(400)));
        Assert.Equal(samples.Count, sampled.StandardErrors.Length);
        Assert.True(sampled.Spent.Shots > 0);
        for (var row = 0; row < samples.Count; row++)
        {
            var error = sampled.StandardErrors.Span[row];
            Assert.InRange(error, 1e-6, 1);
            Assert.InRange(Math.Abs(sampled.Values.Span[row] - exact.Values.Span[row]), 0, 5 * error);
        }
    }

    private static LabelledData Samples()
    {
        var random = new QmlBench.Numerics.Randomness.LegacyRandomState(4);
        return new(
            FeatureMatrix.Copy(12, 3, [.. Enumerable.Range(0, 36).Select(_ => random.NextGaussian())]),
            [.. Enumerable.Range(0, 12).Select(i => i % 2)]);
    }
}
