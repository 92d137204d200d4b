using QmlBench.Learning.Baselines.Kernels;

namespace QmlBench.Learning.Baselines;

/// <summary>
/// Solves the dual problem of C-support vector classification for a precomputed kernel, with libsvm's semantics in double precision:
/// min ½ αᵀQα − Σα, 0 ≤ αᵢ ≤ Cᵢ, Σ yᵢαᵢ = 0, Q = yᵢyⱼKᵢⱼ.
/// </summary>
/// <remarks>
/// Sequential minimal optimisation with second-order choice of the pair (Fan, Chen and Lin 2005), no shrinking. As in libsvm,
/// samples are taken class by class, class 0 first, ties in the choice go to the later sample, the intercept is the mean over
/// free variables or the middle of its interval where there are none. libsvm keeps kernel rows in single precision; this does not.
/// </remarks>
public static class SupportVectorSolver
{
    /// <summary>Solves for the dual coefficients.</summary>
    /// <param name="kernel">n × n kernel of the training samples, row-major; need not be positive semidefinite.</param>
    /// <param name="signs">+1 for class 1, −1 for class 0, one per sample.</param>
    /// <param name="options">Penalty, weights, tolerance.</param>
    /// <param name="cancel">Acts every few thousand steps.</param>
    /// <exception cref="ArgumentException">The kernel is not n × n, holds a value that is not finite, or one class is empty.</exception>
    public static SupportVectorSolution Solve(
        ReadOnlySpan<double> kernel, ReadOnlySpan<double> signs, SupportVectorOptions options, CancellationToken cancel)
    {
        var n = signs.Length;
        Refuse(kernel, signs);
        var order = ClassByClass(signs);
        var problem = new SequentialMinimalOptimisation(n, options.Tolerance);
        for (var i = 0; i < n; i++)
        {
            // libsvm gives +1 to the class that comes first, class 0; the signs of the result are turned back below.
            var negative = signs[order[i]] < 0;
            problem.Signs[i] = negative ? 1 : -1;
            problem.Bounds[i] = options.C * (negative ? options.NegativeWeight : options.PositiveWeight);
            for (var j = 0; j < n; j++)
                problem.Q[(i * n) + j] = signs[order[i]] * signs[order[j]] * kernel[(order[i] * n) + order[j]];
        }

        var most = options.MaxIterations > 0 ? options.MaxIterations : Math.Max(10_000_000, 100 * n);
        var converged = problem.Run(most, cancel);
        var coefficients = new double[n];
        for (var i = 0; i < n; i++)
            coefficients[order[i]] = problem.Alphas[i] == 0 ? 0 : -problem.Signs[i] * problem.Alphas[i];
        return new([.. coefficients], problem.Threshold(), problem.Objective(), problem.Iterations, converged);
    }

    private static int[] ClassByClass(ReadOnlySpan<double> signs)
    {
        var order = new int[signs.Length];
        var next = 0;
        for (var pass = -1; pass <= 1; pass += 2)
        {
            for (var i = 0; i < signs.Length; i++)
            {
                if (Math.Sign(signs[i]) == pass)
                    order[next++] = i;
            }
        }

        return order;
    }

    private static void Refuse(ReadOnlySpan<double> kernel, ReadOnlySpan<double> signs)
    {
        if (kernel.Length != (long)signs.Length * signs.Length)
            throw new ArgumentException(
                $"{signs.Length} samples need a kernel of {(long)signs.Length * signs.Length} entries, not {kernel.Length}.");
        for (var i = 0; i < kernel.Length; i++)
        {
            if (!double.IsFinite(kernel[i]))
                throw new ArgumentException($"Kernel entry ({i / signs.Length}, {i % signs.Length}) is {kernel[i]}; it must be finite.");
        }

        if (signs.IndexOfAnyExcept(-1.0, 1.0) >= 0)
            throw new ArgumentException("Signs must be −1 or +1.");
        if (!signs.Contains(-1.0) || !signs.Contains(1.0))
            throw new ArgumentException("A support vector classifier needs samples of both classes.");
    }
}
