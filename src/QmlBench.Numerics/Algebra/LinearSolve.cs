namespace QmlBench.Numerics.Algebra;

/// <summary>Real linear equations by elimination with partial pivoting. Bits depend on the numbers alone.</summary>
public static class LinearSolve
{
    /// <summary>Solves A x = b.</summary>
    /// <param name="matrix">A, n × n.</param>
    /// <param name="right">b, n numbers.</param>
    /// <returns>x.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, a number is not finite, or the matrix is singular.</exception>
    public static double[] Solve(double[,] matrix, ReadOnlySpan<double> right)
    {
        var column = new double[right.Length, 1];
        for (int i = 0; i < right.Length; i++) column[i, 0] = right[i];
        var solution = Solve(matrix, column);
        return [.. solution.Cast<double>()];
    }

    /// <summary>Solves A X = B.</summary>
    /// <param name="matrix">A, n × n.</param>
    /// <param name="right">B, n rows.</param>
    /// <returns>X, of the shape of B.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit, a number is not finite, or the matrix is singular.</exception>
    public static double[,] Solve(double[,] matrix, double[,] right)
    {
        int n = RealMatrix.RequireSquare(matrix);
        if (right.GetLength(0) != n)
            throw new ArgumentException($"The right side has {right.GetLength(0)} rows, but the matrix has {n}.", nameof(right));
        double[,] a = (double[,])matrix.Clone(), x = (double[,])right.Clone();
        for (int k = 0; k < n; k++)
        {
            BringPivot(a, x, k);
            for (int row = k + 1; row < n; row++) Subtract(a, x, row, k, a[row, k] / a[k, k]);
        }
        SubstituteBack(a, x);
        return x;
    }

    /// <summary>The inverse.</summary>
    /// <param name="matrix">A, n × n.</param>
    /// <returns>A⁻¹.</returns>
    /// <exception cref="ArgumentException">The matrix is not square, holds a number that is not finite, or is singular.</exception>
    public static double[,] Inverse(double[,] matrix) => Solve(matrix, RealMatrix.Identity(RealMatrix.RequireSquare(matrix)));

    private static void BringPivot(double[,] a, double[,] x, int k)
    {
        int pivot = k;
        for (int row = k + 1; row < a.GetLength(0); row++)
        {
            if (Math.Abs(a[row, k]) > Math.Abs(a[pivot, k])) pivot = row;
        }
        if (a[pivot, k] == 0) throw new ArgumentException($"The matrix is singular: nothing is left for a pivot in column {k}.", nameof(a));
        if (pivot == k) return;
        ExchangeRows(a, pivot, k);
        ExchangeRows(x, pivot, k);
    }

    private static void ExchangeRows(double[,] a, int first, int second)
    {
        for (int column = 0; column < a.GetLength(1); column++)
            (a[first, column], a[second, column]) = (a[second, column], a[first, column]);
    }

    private static void Subtract(double[,] a, double[,] x, int row, int k, double factor)
    {
        if (factor == 0) return;
        for (int column = k; column < a.GetLength(1); column++) a[row, column] -= factor * a[k, column];
        for (int column = 0; column < x.GetLength(1); column++) x[row, column] -= factor * x[k, column];
    }

    private static void SubstituteBack(double[,] a, double[,] x)
    {
        for (int column = 0; column < x.GetLength(1); column++)
        {
            for (int row = a.GetLength(0) - 1; row >= 0; row--)
            {
                double rest = x[row, column];
                for (int k = row + 1; k < a.GetLength(0); k++) rest -= a[row, k] * x[k, column];
                x[row, column] = rest / a[row, row];
            }
        }
    }
}
