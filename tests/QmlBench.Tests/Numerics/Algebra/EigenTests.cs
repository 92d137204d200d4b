using System.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics.Algebra;

public sealed class EigenTests
{
    private readonly RandomStream _stream = StreamKey.Root(2, "eigen").Open();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(40)]
    public void SymmetricMatrixIsRebuiltFromItsParts(int n)
    {
        var matrix = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++) matrix[i, j] = matrix[j, i] = _stream.NextGaussian();
        }
        var eigen = SymmetricEigen.Decompose(matrix);
        Near(matrix, eigen.Rebuild(value => value));
        Near(RealMatrix.Identity(n), RealMatrix.Multiply(RealMatrix.Transpose(eigen.Vectors), eigen.Vectors));
        Near(RealMatrix.Multiply(matrix, matrix), eigen.Rebuild(value => value * value));
        Assert.Equal(eigen.Values.OrderDescending(), eigen.Values);
        for (int k = 0; k < n; k++)
        {
            double[] column = [.. Enumerable.Range(0, n).Select(i => eigen.Vectors[i, k])];
            Assert.True(column.MaxBy(Math.Abs) > 0);
        }
    }

    /// <summary>Second differences: eigenvalues 2 − 2 cos(kπ/(n + 1)), known in closed form.</summary>
    [Fact]
    public void SymmetricEigenvaluesAreTheKnownOnes()
    {
        const int n = 12;
        var matrix = new double[n, n];
        for (int i = 0; i < n; i++)
        {
            matrix[i, i] = 2;
            if (i > 0) matrix[i, i - 1] = matrix[i - 1, i] = -1;
        }
        var values = SymmetricEigen.Decompose(matrix).Values;
        for (int k = 1; k <= n; k++) Assert.Equal(2 - (2 * Math.Cos(k * Math.PI / (n + 1))), values[n - k], 1e-14);
    }

    [Fact]
    public void SymmetricLimitsAreHandled()
    {
        Assert.All(SymmetricEigen.Decompose(new double[3, 3]).Values, value => Assert.Equal(0, value));
        double[,] uneven = { { 1e200, 1 }, { 1, 1e-200 } };
        Assert.Equal(1e200, SymmetricEigen.Decompose(uneven).Values[0]);
        Assert.Throws<ArgumentException>(() => SymmetricEigen.Decompose(new double[2, 3]));
        Assert.Throws<ArgumentException>(() => SymmetricEigen.Decompose(new double[,] { { double.NaN } }));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    public void HermitianMatrixIsRebuiltFromItsParts(int n)
    {
        var half = ComplexMatrix.Generate(n, n, (_, _) => new(_stream.NextGaussian(), _stream.NextGaussian()));
        var matrix = half + half.Adjoint();
        var eigen = HermitianEigen.Decompose(matrix);
        Assert.InRange(ComplexMatrix.MaxAbsDifference(matrix, eigen.Rebuild(value => value)), 0, 1e-12);
        Assert.True(eigen.Vectors.IsUnitary(1e-13));
        Assert.Equal(eigen.Values.OrderDescending(), eigen.Values);
        Assert.Equal(matrix.Trace().Real, eigen.Values.Sum(), 1e-12);
    }

    [Fact]
    public void HermitianEigenvectorsOfPauliYAreTheKnownOnes()
    {
        var y = new ComplexMatrix(new Complex[,] { { 0, -Complex.ImaginaryOne }, { Complex.ImaginaryOne, 0 } });
        var eigen = HermitianEigen.Decompose(y);
        Assert.Equal([1.0, -1.0], eigen.Values);
        double root = Math.Sqrt(0.5);
        var expected = new ComplexMatrix(new Complex[,] { { root, root }, { new(0, root), new(0, -root) } });
        Assert.InRange(ComplexMatrix.MaxAbsDifference(expected, eigen.Vectors), 0, 1e-15);
    }

    [Fact]
    public void HermitianMistakesAreRefused()
    {
        Assert.Throws<ArgumentException>(() => HermitianEigen.Decompose(ComplexMatrix.Zero(2, 3)));
        Assert.Throws<ArgumentException>(() => HermitianEigen.Decompose(ComplexMatrix.Diagonal(double.NaN, 1)));
    }

    private static void Near(double[,] expected, double[,] actual)
    {
        foreach (var (x, y) in expected.Cast<double>().Zip(actual.Cast<double>())) Assert.Equal(x, y, 1e-12);
    }
}
