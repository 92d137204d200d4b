namespace QmlBench.Numerics.Algebra;

/// <summary>Linear least squares, weighted, by Householder reflections.</summary>
/// <remarks>Golub and Van Loan, Matrix Computations, §5.3. Own code; bits depend on the numbers alone.</remarks>
public static class LeastSquares
{
    private const double Dependent = 1e-12;

    /// <summary>Minimises Σᵢ wᵢ (yᵢ − Σₖ Aᵢₖ cₖ)².</summary>
    /// <param name="design">A: one row per observation, one column per coefficient.</param>
    /// <param name="values">y: one per observation.</param>
    /// <param name="weights">w ≥ 0: one per observation, the inverse variance; empty means 1 for all.</param>
    /// <returns>The coefficients with their unscaled covariance.</returns>
    /// <exception cref="ArgumentException">Lengths do not fit, a number is not finite, a weight is negative, or the columns are
    /// linearly dependent on the observations of positive weight.</exception>
    public static LeastSquaresFit Fit(double[,] design, ReadOnlySpan<double> values, ReadOnlySpan<double> weights = default)
    {
        Require(design, values, weights);
        int rows = design.GetLength(0), columns = design.GetLength(1), used = 0;
        var a = new double[rows, columns];
        var y = new double[rows];
        for (int row = 0; row < rows; row++)
        {
            double weight = weights.IsEmpty ? 1 : weights[row], root = Math.Sqrt(weight);
            for (int column = 0; column < columns; column++) a[row, column] = root * design[row, column];
            y[row] = root * values[row];
            if (weight > 0) used++;
        }
        for (int k = 0; k < columns; k++) Reflect(a, y, k, Dependent * ColumnLength(design, weights, k));
        double[] coefficients = SolveUpper(a, y, columns);
        return new([.. coefficients], InverseOfSquare(a, columns), LaneSum.SumOfSquares(y.AsSpan(columns)), used - columns);
    }

    private static void Require(double[,] design, ReadOnlySpan<double> values, ReadOnlySpan<double> weights)
    {
        ArgumentNullException.ThrowIfNull(design);
        int rows = design.GetLength(0), columns = design.GetLength(1);
        if (values.Length != rows || !(weights.IsEmpty || weights.Length == rows))
            throw new ArgumentException($"There are {rows} observations, but {values.Length} values and {weights.Length} weights.");
        if (columns == 0 || rows < columns)
            throw new ArgumentException($"{rows} observations cannot determine {columns} coefficients; give as many or more.");
        foreach (double weight in weights)
        {
            if (!(weight >= 0 && double.IsFinite(weight)))
                throw new ArgumentException($"A weight must be finite and not negative, but one is {weight}.");
        }
        foreach (double value in values)
        {
            if (!double.IsFinite(value)) throw new ArgumentException($"Every value must be finite, but one is {value}.");
        }
        foreach (double entry in design)
        {
            if (!double.IsFinite(entry)) throw new ArgumentException($"Every entry of the design must be finite, but one is {entry}.");
        }
    }

    private static double ColumnLength(double[,] design, ReadOnlySpan<double> weights, int column)
    {
        double sum = 0;
        for (int row = 0; row < design.GetLength(0); row++)
            sum += (weights.IsEmpty ? 1 : weights[row]) * (design[row, column] * design[row, column]);
        return Math.Sqrt(sum);
    }

    /// <summary>Makes column k upper triangular by the reflection v = x ± |x| e, applied to what stands right of it and to y.</summary>
    private static void Reflect(double[,] a, double[] y, int k, double negligible)
    {
        int rows = a.GetLength(0);
        double square = 0;
        for (int row = k; row < rows; row++) square += a[row, k] * a[row, k];
        double length = Math.Sqrt(square);
        if (length <= negligible)
        {
            throw new ArgumentException(
                $"Coefficient {k} is not determined: its column depends linearly on those before it. Leave it out or add observations.");
        }
        double diagonal = a[k, k] > 0 ? -length : length, first = a[k, k] - diagonal, half = -diagonal * first;
        a[k, k] = first;
        for (int column = k + 1; column < a.GetLength(1); column++)
        {
            double share = 0;
            for (int row = k; row < rows; row++) share += a[row, k] * a[row, column];
            share /= half;
            for (int row = k; row < rows; row++) a[row, column] -= share * a[row, k];
        }
        double shareOfY = 0;
        for (int row = k; row < rows; row++) shareOfY += a[row, k] * y[row];
        shareOfY /= half;
        for (int row = k; row < rows; row++) y[row] -= shareOfY * a[row, k];
        a[k, k] = diagonal;
    }

    private static double[] SolveUpper(double[,] upper, ReadOnlySpan<double> right, int n)
    {
        double[] x = right[..n].ToArray();
        for (int row = n - 1; row >= 0; row--)
        {
            for (int k = row + 1; k < n; k++) x[row] -= upper[row, k] * x[k];
            x[row] /= upper[row, row];
        }
        return x;
    }

    /// <summary>(RᵀR)⁻¹ = R⁻¹ R⁻ᵀ.</summary>
    private static double[,] InverseOfSquare(double[,] upper, int n)
    {
        var inverse = new double[n, n];
        var unit = new double[n];
        for (int column = 0; column < n; column++)
        {
            unit[column] = 1;
            double[] x = SolveUpper(upper, unit, n);
            for (int row = 0; row <= column; row++) inverse[row, column] = x[row];
            unit[column] = 0;
        }
        return RealMatrix.Multiply(inverse, RealMatrix.Transpose(inverse));
    }
}
