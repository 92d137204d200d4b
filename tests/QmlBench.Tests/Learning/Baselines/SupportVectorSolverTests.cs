using System.Text.Json;
using CsCheck;
using QmlBench.Learning.Baselines;
using QmlBench.Learning.Datasets;
using QmlBench.Learning.Preprocessing;

namespace QmlBench.Tests.Learning.Baselines;

public sealed class SupportVectorSolverTests
{
    /// <summary>Two-class cases of scikit-learn: libsvm at two tolerances, and the exact optimum where it is unique.</summary>
    [Fact]
    public void Solutions_are_those_of_libsvm()
    {
        foreach (var c in LearningVectors.Cases("svc.json", c => LearningVectors.Ints(c.GetProperty("labels")).Distinct().Count() == 2))
        {
            var problem = Problem.Read(c);
            foreach (var fit in c.GetProperty("fits").EnumerateArray())
                CheckFit(problem, fit, LearningVectors.Id(c));
            if (c.TryGetProperty("exact", out var exact))
                CheckExact(problem, exact, LearningVectors.Id(c));
        }
    }

    /// <summary>The problem of four points on a line, solved by hand: support vectors ±1, margin 1.</summary>
    [Fact]
    public void Four_points_on_a_line_have_the_hand_computed_solution()
    {
        double[] x = [-2, -1, 1, 2];
        var kernel = x.SelectMany(a => x.Select(b => a * b)).ToArray();
        var solution = SupportVectorSolver.Solve(kernel, [-1, -1, 1, 1], new(10, Tolerance: 1e-12), CancellationToken.None);
        LearningVectors.Close([0, -0.5, 0.5, 0], solution.Coefficients.AsSpan(), 1e-12, "coefficients");
        Assert.Equal(0, solution.Intercept, 1e-12);
        Assert.Equal(-0.5, solution.Objective, 1e-12);
        Assert.Equal([1, 2], solution.Support);
    }

    [Fact]
    public void Solutions_satisfy_the_optimality_conditions() => Property.Holds(
        Gen.Select(Gen.Double[-2, 2].Array[24], Gen.Int[0, 1].Array[12].Where(l => l.Distinct().Count() == 2), Gen.Double[0.05, 20]),
        triple =>
        {
            var (values, labels, c) = triple;
            var samples = FeatureMatrix.Copy(12, 2, values);
            var kernel = RadialKernel.FromDistances(RadialKernel.SquaredDistances(samples, samples), 0.8);
            double[] signs = [.. labels.Select(l => l == 1 ? 1.0 : -1.0)];
            var solution = SupportVectorSolver.Solve(kernel, signs, new(c, Tolerance: 1e-9), CancellationToken.None);
            Assert.Equal(0, solution.Coefficients.Sum(), 1e-9);
            for (var i = 0; i < 12; i++)
            {
                var alpha = signs[i] * solution.Coefficients[i];
                Assert.InRange(alpha, 0, c);
                var margin = signs[i]
                    * (Enumerable.Range(0, 12).Sum(j => solution.Coefficients[j] * kernel[(i * 12) + j]) + solution.Intercept);
                if (alpha == 0)
                    Assert.True(margin >= 1 - 1e-8);
                else if (alpha == c)
                    Assert.True(margin <= 1 + 1e-8);
                else
                    Assert.Equal(1, margin, 1e-8);
            }
        });

    [Fact]
    public void A_bound_on_steps_is_said_to_have_ended_the_search()
    {
        var random = new QmlBench.Numerics.Randomness.LegacyRandomState(1);
        var samples = FeatureMatrix.Copy(40, 2, Enumerable.Range(0, 80).Select(_ => random.NextGaussian()).ToArray());
        var kernel = RadialKernel.FromDistances(RadialKernel.SquaredDistances(samples, samples), 1);
        double[] signs = [.. Enumerable.Range(0, 40).Select(i => i % 2 == 0 ? 1.0 : -1.0)];
        Assert.False(SupportVectorSolver.Solve(kernel, signs, new(100, MaxIterations: 3), CancellationToken.None).Converged);
    }

    [Fact]
    public void Wrong_problems_are_refused()
    {
        Assert.Throws<ArgumentException>(() => SupportVectorSolver.Solve([1, 0, 0], [1, -1], new(1), CancellationToken.None));
        Assert.Throws<ArgumentException>(() => SupportVectorSolver.Solve([1, 0, 0, 1], [1, 1], new(1), CancellationToken.None));
        Assert.Throws<ArgumentException>(() => SupportVectorSolver.Solve([1, double.NaN, 0, 1], [1, -1], new(1), CancellationToken.None));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SupportVectorOptions(0));
    }

    private static void CheckFit(Problem problem, JsonElement fit, string id)
    {
        var tolerance = fit.GetProperty("tol").GetDouble();
        var weights = LearningVectors.Doubles(fit.GetProperty("class_weight_values"));
        var options = new SupportVectorOptions(problem.C, weights[0], weights[1], tolerance);
        var solution = SupportVectorSolver.Solve(problem.Kernel, problem.Signs, options, CancellationToken.None);
        var within = tolerance > 1e-6 ? 5e-3 : 1e-5;
        LearningVectors.Close(
            LearningVectors.Doubles(fit.GetProperty("decision_train")),
            problem.Decide(solution, problem.Kernel),
            within,
            $"{id} {tolerance} train");
        LearningVectors.Close(
            fit.GetProperty("dual_objective").GetDouble(),
            solution.Objective,
            1e-4 * Math.Abs(solution.Objective),
            $"{id} {tolerance} objective");
        if (problem.TestKernel is { } test && fit.TryGetProperty("decision_test", out var decisions))
            LearningVectors.Close(LearningVectors.Doubles(decisions), problem.Decide(solution, test), within, $"{id} {tolerance} test");
    }

    private static void CheckExact(Problem problem, JsonElement exact, string id)
    {
        var solution = SupportVectorSolver.Solve(problem.Kernel, problem.Signs, problem.Exact, CancellationToken.None);
        LearningVectors.Close(
            LearningVectors.Doubles(exact.GetProperty("signed_alpha")), solution.Coefficients.AsSpan(), 1e-7, id + " alpha");
        LearningVectors.Close(exact.GetProperty("intercept").GetDouble(), solution.Intercept, 1e-8, id + " intercept");
        LearningVectors.Close(
            LearningVectors.Doubles(exact.GetProperty("decision_train")), problem.Decide(solution, problem.Kernel), 1e-8, id + " train");
        LearningVectors.Close(exact.GetProperty("dual_objective").GetDouble(), solution.Objective, 1e-9, id + " objective");
    }

    private sealed record Problem(double[] Kernel, double[]? TestKernel, double[] Signs, double C, SupportVectorOptions Exact)
    {
        public static Problem Read(JsonElement c)
        {
            var labels = LearningVectors.Ints(c.GetProperty("labels"));
            double[] signs = [.. labels.Select(label => label == labels.Max() ? 1.0 : -1.0)];
            var penalty = c.GetProperty(nameof(C)).GetDouble();
            var weights = LearningVectors.Doubles(c.GetProperty("fits")[1].GetProperty("class_weight_values"));
            var (kernel, test) = c.TryGetProperty("data", out _) ? FromTable() : (LearningVectors.Flat(c.GetProperty("K")), Test(c));
            return new(kernel, test, signs, penalty, new(penalty, weights[0], weights[1], 1e-12));
        }

        public double[] Decide(SupportVectorSolution solution, double[] kernel)
        {
            var n = Signs.Length;
            var columns = Enumerable.Range(0, n);
            var rows = Enumerable.Range(0, kernel.Length / n);
            return [.. rows.Select(i => columns.Sum(j => solution.Coefficients[j] * kernel[(i * n) + j]) + solution.Intercept)];
        }

        private static double[]? Test(JsonElement c) =>
            c.GetProperty("K_test").ValueKind == JsonValueKind.Null ? null : LearningVectors.Flat(c.GetProperty("K_test"));

        /// <summary>breast-cancer-120: rows 0 … 119 train, 120 … 149 test, standardised, γ = 1/30.</summary>
        private static (double[] Kernel, double[] Test) FromTable()
        {
            var all = BreastCancer.Load().Features;
            var train = all.Select([.. Enumerable.Range(0, 120)]);
            var scaler = new StandardScaler().Fit(train);
            var scaled = scaler.Apply(train);
            var test = scaler.Apply(all.Select([.. Enumerable.Range(120, 30)]));
            return (Kernel(scaled, scaled), Kernel(test, scaled));

            static double[] Kernel(FeatureMatrix x, FeatureMatrix y) =>
                RadialKernel.FromDistances(RadialKernel.SquaredDistances(x, y), 1.0 / 30);
        }
    }
}
