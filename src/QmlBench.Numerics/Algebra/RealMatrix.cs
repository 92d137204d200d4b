namespace QmlBench.Numerics.Algebra;

/// <summary>Plain operations on real matrices, <c>matrix[row, column]</c>, in the order of the textbook.</summary>
public static class RealMatrix
{
    /// <summary>The identity on n dimensions.</summary>
    /// <param name="n">Number of rows and columns.</param>
    /// <returns>A new matrix.</returns>
    public static double[,] Identity(int n)
    {
        var result = new double[n, n];
        for (int i = 0; i < n; i++) result[i, i] = 1;
        return result;
    }

    /// <summary>Rows and columns exchanged.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <returns>A new matrix.</returns>
    public static double[,] Transpose(double[,] matrix)
    {
        var result = new double[matrix.GetLength(1), matrix.GetLength(0)];
        for (int row = 0; row < matrix.GetLength(0); row++)
        {
            for (int column = 0; column < matrix.GetLength(1); column++) result[column, row] = matrix[row, column];
        }
        return result;
    }

    /// <summary>Matrix product; each entry is summed in the order of the inner index.</summary>
    /// <param name="left">Left factor.</param>
    /// <param name="right">Right factor, with as many rows as the left one has columns.</param>
    /// <returns>A new matrix.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static double[,] Multiply(double[,] left, double[,] right)
    {
        int rows = left.GetLength(0), inner = left.GetLength(1), columns = right.GetLength(1);
        if (right.GetLength(0) != inner)
            throw new ArgumentException($"A {rows} × {inner} matrix cannot be multiplied by one of {right.GetLength(0)} rows.");
        var result = new double[rows, columns];
        for (int row = 0; row < rows; row++)
        {
            for (int k = 0; k < inner; k++)
            {
                double factor = left[row, k];
                for (int column = 0; column < columns; column++) result[row, column] += factor * right[k, column];
            }
        }
        return result;
    }

    /// <summary>Matrix times vector.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="vector">As many numbers as the matrix has columns.</param>
    /// <returns>A new vector.</returns>
    /// <exception cref="ArgumentException">The shapes do not fit.</exception>
    public static double[] Multiply(double[,] matrix, ReadOnlySpan<double> vector)
    {
        int rows = matrix.GetLength(0), columns = matrix.GetLength(1);
        if (vector.Length != columns)
            throw new ArgumentException($"A matrix of {columns} columns cannot be multiplied by a vector of {vector.Length} numbers.");
        var result = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++) result[row] += matrix[row, column] * vector[column];
        }
        return result;
    }

    /// <summary>Number of rows of a matrix that must be square and hold finite numbers.</summary>
    internal static int RequireSquare(double[,] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        if (matrix.GetLength(0) != matrix.GetLength(1))
            throw new ArgumentException($"The matrix must be square, not {matrix.GetLength(0)} × {matrix.GetLength(1)}.", nameof(matrix));
        foreach (double entry in matrix)
        {
            if (!double.IsFinite(entry))
                throw new ArgumentException($"The matrix must hold finite numbers, but it holds {entry}.", nameof(matrix));
        }
        return matrix.GetLength(0);
    }
}
