using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;
using QmlBench.Numerics;
using QmlBench.Numerics.Algebra;

namespace QmlBench.Learning.Baselines;

/// <summary>
/// Two-class logistic regression with an L2 penalty: min ½‖w‖² + C Σᵢ cᵢ log(1 + exp(−yᵢ(w·xᵢ + b))), by damped Newton steps.
/// </summary>
/// <remarks>
/// Solved to a gradient of at most 10⁻¹¹·max(1, C), where scikit-learn's default solver stops at 10⁻⁴: the answer depends on the
/// data alone, not on a solver's path. The problem is strictly convex in w, so the answer is unique.
/// </remarks>
public static class LogisticSolver
{
    private const int MostSteps = 200;
    private const double Tolerance = 1e-11;

    /// <summary>Solves for weights and intercept.</summary>
    /// <param name="samples">One row a sample.</param>
    /// <param name="signs">+1 for class 1, −1 for class 0.</param>
    /// <param name="options">Penalty and class weights.</param>
    /// <param name="cancel">Acts between steps.</param>
    /// <exception cref="ArgumentException">The numbers of samples and signs differ.</exception>
    /// <exception cref="TrainingFailedException">
    /// Rounding keeps the gradient above the tolerance: features of very different scale.
    /// </exception>
    public static LogisticSolution Solve(
        FeatureMatrix samples, ReadOnlySpan<double> signs, LogisticOptions options, CancellationToken cancel)
    {
        if (signs.Length != samples.Rows)
            throw new ArgumentException($"{samples.Rows} samples need as many signs, not {signs.Length}.", nameof(signs));
        var problem = new LogisticProblem(samples, signs, options);
        var weights = new double[samples.Columns + 1];
        var value = problem.Evaluate(weights);
        var steps = 0;
        var residual = Largest(problem.Gradient);
        for (; residual > Tolerance * Math.Max(1, options.C) && steps < MostSteps; steps++)
        {
            cancel.ThrowIfCancellationRequested();
            var step = CholeskyFactor.Of(problem.Hessian()).Solve(problem.Gradient);
            if (!Descend(problem, weights, step, ref value))
                break;
            residual = Largest(problem.Gradient);
        }

        // Where rounding stops the descent short of the tolerance, three more orders are still a converged fit; beyond that it is not.
        return residual <= 1e3 * Tolerance * Math.Max(1, options.C)
            ? new([.. weights[..^1]], weights[^1], residual, steps)
            : throw new TrainingFailedException(
                $"Logistic regression stopped at a gradient of {residual:g3} after {steps} steps; standardise the features or lower C.");
    }

    /// <summary>Takes the step, halved until value or gradient falls; false if nothing helps any more.</summary>
    private static bool Descend(LogisticProblem problem, double[] weights, double[] step, ref double value)
    {
        var before = Largest(problem.Gradient);
        var start = weights.ToArray();
        for (var share = 1.0; share > 1e-6; share /= 2)
        {
            for (var i = 0; i < weights.Length; i++)
                weights[i] = start[i] - (share * step[i]);
            var next = problem.Evaluate(weights);
            if (next < value || Largest(problem.Gradient) < before)
            {
                value = next;
                return true;
            }
        }

        start.CopyTo(weights, 0);
        problem.Evaluate(weights);
        return false;
    }

    private static double Largest(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
            largest = Math.Max(largest, Math.Abs(value));
        return largest;
    }

    /// <summary>Value, gradient and curvature at one point; the intercept is the last variable.</summary>
    private sealed class LogisticProblem
    {
        private readonly double[][] _columns;
        private readonly double[] _signs;
        private readonly double[] _importance;
        private readonly double[] _slope;
        private readonly double[] _curvature;

        public LogisticProblem(FeatureMatrix samples, ReadOnlySpan<double> signs, LogisticOptions options)
        {
            _signs = signs.ToArray();
            _importance = Array.ConvertAll(_signs, sign => options.C * (sign > 0 ? options.PositiveWeight : options.NegativeWeight));
            _slope = new double[_signs.Length];
            _curvature = new double[_signs.Length];
            _columns = new double[samples.Columns + 1][];
            for (var j = 0; j < _columns.Length; j++)
            {
                _columns[j] = new double[_signs.Length];
                for (var row = 0; row < _signs.Length; row++)
                    _columns[j][row] = j < samples.Columns ? samples[row, j] : 1;
            }

            Gradient = new double[_columns.Length];
        }

        public double[] Gradient { get; }

        public double Evaluate(double[] weights)
        {
            var losses = new double[_signs.Length];
            for (var row = 0; row < losses.Length; row++)
            {
                var score = 0.0;
                for (var j = 0; j < weights.Length; j++)
                    score += weights[j] * _columns[j][row];
                var margin = _signs[row] * score;

                // exp of a negative number only: no overflow, and both tails keep their relative precision.
                var tail = Elementary.Exp(-Math.Abs(margin));
                var wrong = margin > 0 ? tail / (1 + tail) : 1 / (1 + tail);
                losses[row] = _importance[row] * (Elementary.Log1p(tail) + Math.Max(0, -margin));
                _slope[row] = -_importance[row] * _signs[row] * wrong;
                _curvature[row] = _importance[row] * tail / ((1 + tail) * (1 + tail));
            }

            var penalty = weights.AsSpan(0, weights.Length - 1);
            for (var j = 0; j < Gradient.Length; j++)
                Gradient[j] = LaneSum.Dot(_slope, _columns[j]) + (j < penalty.Length ? weights[j] : 0);
            return LaneSum.Sum(losses) + (LaneSum.SumOfSquares(penalty) / 2);
        }

        public double[,] Hessian()
        {
            var hessian = new double[_columns.Length, _columns.Length];
            var weighted = new double[_signs.Length];
            for (var i = 0; i < _columns.Length; i++)
            {
                for (var row = 0; row < weighted.Length; row++)
                    weighted[row] = _curvature[row] * _columns[i][row];
                for (var j = 0; j <= i; j++)
                    hessian[i, j] = hessian[j, i] = LaneSum.Dot(weighted, _columns[j]);
                hessian[i, i] += i < _columns.Length - 1 ? 1 : 0;
            }

            return hessian;
        }
    }
}
