namespace QmlBench.Numerics.Algebra;

/// <summary>The factor L of a positive definite matrix A = L Lᵀ.</summary>
/// <remarks>Row by row, sums in the order of the index; bits depend on the matrix alone.</remarks>
public sealed class CholeskyFactor
{
    private readonly double[,] _lower;

    private CholeskyFactor(double[,] lower) => _lower = lower;

    /// <summary>Number of rows.</summary>
    public int Size => _lower.GetLength(0);

    /// <summary>ln det A = 2 Σ ln Lᵢᵢ.</summary>
    public double LogDeterminant
    {
        get
        {
            double sum = 0;
            for (int i = 0; i < Size; i++) sum += Elementary.Log(_lower[i, i]);
            return 2 * sum;
        }
    }

    /// <summary>An entry of L.</summary>
    /// <param name="row">Row from 0.</param>
    /// <param name="column">Column from 0; entries above the diagonal are 0.</param>
    public double this[int row, int column] => _lower[row, column];

    /// <summary>Factors a matrix.</summary>
    /// <param name="matrix">A, n × n; the lower triangle is read.</param>
    /// <param name="factor">L, or null if A is not positive definite.</param>
    /// <returns>True if A is positive definite (to rounding).</returns>
    /// <exception cref="ArgumentException">The matrix is not square or holds a number that is not finite.</exception>
    public static bool TryFactor(double[,] matrix, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out CholeskyFactor? factor)
    {
        int n = RealMatrix.RequireSquare(matrix);
        var lower = new double[n, n];
        factor = null;
        for (int row = 0; row < n; row++)
        {
            for (int column = 0; column < row; column++) lower[row, column] = Rest(matrix, lower, row, column) / lower[column, column];
            double square = Rest(matrix, lower, row, row);
            if (!(square > 0)) return false;
            lower[row, row] = Math.Sqrt(square);
        }
        factor = new(lower);
        return true;
    }

    /// <summary>Factors a positive definite matrix.</summary>
    /// <param name="matrix">A, n × n; the lower triangle is read.</param>
    /// <returns>L.</returns>
    /// <exception cref="ArgumentException">The matrix is not square, not finite or not positive definite.</exception>
    public static CholeskyFactor Of(double[,] matrix) => TryFactor(matrix, out var factor)
        ? factor
        : throw new ArgumentException("The matrix is not positive definite; add a positive number to its diagonal.", nameof(matrix));

    /// <summary>Solves A x = b.</summary>
    /// <param name="right">b.</param>
    /// <returns>x.</returns>
    /// <exception cref="ArgumentException">b has another length.</exception>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        double[] x = SolveLower(right);
        for (int row = Size - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < Size; k++) x[row] -= _lower[k, row] * x[k];
            x[row] /= _lower[row, row];
        }
        return x;
    }

    /// <summary>Solves L x = b.</summary>
    /// <param name="right">b.</param>
    /// <returns>x.</returns>
    /// <exception cref="ArgumentException">b has another length.</exception>
    public double[] SolveLower(ReadOnlySpan<double> right)
    {
        if (right.Length != Size)
            throw new ArgumentException($"The right side has {right.Length} numbers, but the matrix has {Size} rows.", nameof(right));
        double[] x = right.ToArray();
        for (int row = 0; row < Size; row++)
        {
            for (int k = 0; k < row; k++) x[row] -= _lower[row, k] * x[k];
            x[row] /= _lower[row, row];
        }
        return x;
    }

    private static double Rest(double[,] matrix, double[,] lower, int row, int column)
    {
        double rest = matrix[row, column];
        for (int k = 0; k < column; k++) rest -= lower[row, k] * lower[column, k];
        return rest;
    }
}
