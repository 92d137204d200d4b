using CsCheck;
using QmlBench.Learning.Baselines;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Preprocessing;
using QmlBench.Numerics;

namespace QmlBench.Tests.Learning.Baselines;

public sealed class LogisticSolverTests
{
    [Fact]
    public void Solutions_are_those_of_scikit_learns_newton_solver()
    {
        foreach (var c in LearningVectors.Cases("classical.json", IsBinary))
        {
            var (features, labels) = Samples(c);
            var (negative, positive) = Weights(c, labels);
            double[] signs = [.. labels.Select(label => label == 1 ? 1.0 : -1.0)];
            var solution = LogisticSolver.Solve(
                features, signs, new(c.GetProperty("C").GetDouble(), negative, positive), CancellationToken.None);
            var id = LearningVectors.Id(c);
            LearningVectors.Close(LearningVectors.Doubles(c.GetProperty("coef")[0]), solution.Weights.AsSpan(), 1e-7, id + " coef");
            LearningVectors.Close(c.GetProperty("intercept")[0].GetDouble(), solution.Intercept, 1e-7, id + " intercept");
            Assert.InRange(solution.Residual, 0, 1e-9);
            var expected = c.TryGetProperty("proba", out var all) ? all : c.GetProperty("proba_first_rows");
            for (var row = 0; row < expected.GetArrayLength(); row++)
                LearningVectors.Close(expected[row][1].GetDouble(), Probability(solution, features.Row(row)), 1e-7, $"{id} proba {row}");
        }
    }

    [Fact]
    public void The_penalised_gradient_is_zero_at_the_solution() => Property.Holds(
        Gen.Select(Gen.Double[-2, 2].Array[30], Gen.Int[0, 1].Array[15].Where(l => l.Distinct().Count() == 2), Gen.Double[0.01, 50]),
        triple =>
        {
            var (values, labels, c) = triple;
            var samples = FeatureMatrix.Copy(15, 2, values);
            double[] signs = [.. labels.Select(l => l == 1 ? 1.0 : -1.0)];
            var solution = LogisticSolver.Solve(samples, signs, new(c), CancellationToken.None);
            for (var j = 0; j <= 2; j++)
            {
                var slope = j < 2 ? solution.Weights[j] : 0;
                for (var row = 0; row < 15; row++)
                    slope += c * (Probability(solution, samples.Row(row)) - labels[row]) * (j < 2 ? samples[row, j] : 1);
                Assert.Equal(0, slope, 1e-8);
            }
        });

    private static bool IsBinary(System.Text.Json.JsonElement c) =>
        c.GetProperty("kind").GetString() == "logistic_regression" && c.GetProperty("coef").GetArrayLength() == 1;

    private static (FeatureMatrix Features, int[] Labels) Samples(System.Text.Json.JsonElement c)
    {
        if (!c.TryGetProperty("file", out var file))
            return (LearningVectors.Matrix(c.GetProperty("X")), LearningVectors.Ints(c.GetProperty("y")));
        var data = LearningVectors.Table(file.GetString()!);
        return (new StandardScaler().Fit(data.Features).Apply(data.Features), [.. data.Labels]);
    }

    private static (double Negative, double Positive) Weights(System.Text.Json.JsonElement c, int[] labels)
    {
        if (!c.TryGetProperty("class_weight", out var weights) || weights.ValueKind == System.Text.Json.JsonValueKind.Null)
            return (1, 1);
        double positives = labels.Sum();
        return weights.ValueKind == System.Text.Json.JsonValueKind.String
            ? (labels.Length / (2 * (labels.Length - positives)), labels.Length / (2 * positives))
            : (weights.GetProperty("0").GetDouble(), weights.GetProperty("1").GetDouble());
    }

    private static double Probability(LogisticSolution solution, ReadOnlySpan<double> row)
    {
        var score = solution.Intercept;
        for (var j = 0; j < row.Length; j++)
            score += solution.Weights[j] * row[j];
        return 1 / (1 + Elementary.Exp(-score));
    }
}
