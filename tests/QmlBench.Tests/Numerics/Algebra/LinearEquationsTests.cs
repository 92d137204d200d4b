using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics.Algebra;

public sealed class LinearEquationsTests
{
    private readonly RandomStream _stream = StreamKey.Root(3, "equations").Open();

    [Fact]
    public void SolutionsSolve()
    {
        for (int n = 1; n < 20; n++)
        {
            double[,] a = Random(n, n), b = Random(n, 3), identity = RealMatrix.Multiply(a, LinearSolve.Inverse(a));
            Near(b, RealMatrix.Multiply(a, LinearSolve.Solve(a, b)), 1e-9);
            Near(RealMatrix.Identity(n), identity, 1e-9);
            double[] right = [.. Enumerable.Range(0, n).Select(i => b[i, 0])], x = LinearSolve.Solve(a, right);
            double[] back = RealMatrix.Multiply(a, x);
            for (int i = 0; i < n; i++) Assert.Equal(right[i], back[i], 1e-9);
        }
    }

    [Fact]
    public void PivotsAreExchangedAndSingularMatricesRefused()
    {
        Assert.Equal([2.0, 3.0], LinearSolve.Solve(new double[,] { { 0, 1 }, { 1, 0 } }, [3, 2]));
        Assert.Throws<ArgumentException>(() => LinearSolve.Inverse(new double[,] { { 1, 2 }, { 2, 4 } }));
        Assert.Throws<ArgumentException>(() => LinearSolve.Solve(new double[2, 3], [1, 2]));
        Assert.Throws<ArgumentException>(() => LinearSolve.Solve(new double[,] { { 1 } }, [1, 2]));
        Assert.Throws<ArgumentException>(() => LinearSolve.Solve(new double[,] { { double.NaN } }, [1]));
    }

    [Fact]
    public void CholeskyFactorSquaresToTheMatrixAndSolves()
    {
        for (int n = 1; n < 15; n++)
        {
            double[,] half = Random(n, n + 2), a = RealMatrix.Multiply(half, RealMatrix.Transpose(half)), lower = new double[n, n];
            var factor = CholeskyFactor.Of(a);
            for (int i = 0; i < n; i++)
            {
                for (int j = 0; j < n; j++) lower[i, j] = factor[i, j];
            }
            Near(a, RealMatrix.Multiply(lower, RealMatrix.Transpose(lower)), 1e-12);
            double[] right = [.. Enumerable.Range(0, n).Select(_ => _stream.NextGaussian())];
            double[] back = RealMatrix.Multiply(a, factor.Solve(right));
            for (int i = 0; i < n; i++) Assert.Equal(right[i], back[i], 1e-8);
            Assert.Equal(SymmetricEigen.Decompose(a).Values.Sum(Math.Log), factor.LogDeterminant, 1e-8);
        }
    }

    [Fact]
    public void CholeskyRefusesWhatIsNotPositiveDefinite()
    {
        Assert.False(CholeskyFactor.TryFactor(new double[,] { { 1, 2 }, { 2, 1 } }, out var none));
        Assert.Null(none);
        Assert.Throws<ArgumentException>(() => CholeskyFactor.Of(new double[2, 2]));
        Assert.Throws<ArgumentException>(() => CholeskyFactor.Of(new double[,] { { 4 } }).Solve([1, 2]));
        Assert.Equal([0.5], CholeskyFactor.Of(new double[,] { { 4 } }).SolveLower([1]));
    }

    private double[,] Random(int rows, int columns)
    {
        var matrix = new double[rows, columns];
        for (int i = 0; i < matrix.Length; i++) matrix[i / columns, i % columns] = _stream.NextGaussian();
        return matrix;
    }

    private static void Near(double[,] expected, double[,] actual, double tolerance)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (x, y) in expected.Cast<double>().Zip(actual.Cast<double>())) Assert.Equal(x, y, tolerance);
    }
}
