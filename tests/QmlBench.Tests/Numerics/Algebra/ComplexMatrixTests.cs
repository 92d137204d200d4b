using System.Numerics;
using QmlBench.Numerics.Algebra;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics.Algebra;

public sealed class ComplexMatrixTests
{
    private static readonly ComplexMatrix s_x = new(new Complex[,] { { 0, 1 }, { 1, 0 } });
    private static readonly ComplexMatrix s_y = new(new Complex[,] { { 0, -Complex.ImaginaryOne }, { Complex.ImaginaryOne, 0 } });
    private static readonly ComplexMatrix s_z = ComplexMatrix.Diagonal(1, -1);

    private readonly RandomStream _stream = StreamKey.Root(1, "matrices").Open();

    [Fact]
    public void PauliMatricesMultiplyAsTheyShould()
    {
        Assert.Equal(Complex.ImaginaryOne * s_z, s_x * s_y);
        Assert.Equal(ComplexMatrix.Identity(2), s_y * s_y);
        Assert.Equal(Complex.Zero, (s_x * s_y).Trace());
    }

    [Fact]
    public void AlgebraHoldsForRandomMatrices()
    {
        for (int i = 0; i < 50; i++)
        {
            int n = 1 + _stream.NextInt(6), m = 1 + _stream.NextInt(6), k = 1 + _stream.NextInt(6);
            ComplexMatrix a = Random(n, m), b = Random(m, k), c = Random(m, k);
            Near(a * (b + c), (a * b) + (a * c));
            Near(a * (b - c), a.Multiply(b) - a.Multiply(c));
            Near((a * b).Adjoint(), b.Adjoint() * a.Adjoint());
            Near((a * b).Transpose(), b.Transpose() * a.Transpose());
            Assert.Equal(a.Adjoint(), a.Transpose().Conjugate());
            ComplexMatrix d = Random(m, 2), e = Random(k, 3);
            Near(ComplexMatrix.Kronecker(a, b) * ComplexMatrix.Kronecker(d, e), ComplexMatrix.Kronecker(a * d, b * e));
        }
    }

    [Fact]
    public void FirstListedQubitIsTheLeastSignificantBit()
    {
        // CNOT with control = bit 0 of the small matrix, target = bit 1.
        var cnot = new ComplexMatrix(new Complex[,] { { 1, 0, 0, 0 }, { 0, 0, 0, 1 }, { 0, 0, 1, 0 }, { 0, 1, 0, 0 } });
        var embedded = cnot.Embed([2, 0], 3);
        for (int index = 0; index < 8; index++)
        {
            int image = (index & 4) != 0 ? index ^ 1 : index;
            for (int row = 0; row < 8; row++) Assert.Equal(row == image ? 1 : 0, embedded[row, index].Real);
        }
        Assert.Equal(ComplexMatrix.Kronecker(s_z, ComplexMatrix.Kronecker(s_y, s_x)),
            s_z.Embed([2], 3) * s_y.Embed([1], 3) * s_x.Embed([0], 3));
        Assert.Equal(ComplexMatrix.Kronecker(s_z, s_x).Embed([1, 2], 3), s_x.Embed([1], 3) * s_z.Embed([2], 3));
    }

    [Fact]
    public void UnitaryAndHermitianAreRecognised()
    {
        Assert.True(s_y.IsUnitary());
        Assert.True(s_y.IsHermitian());
        Assert.False((s_x + s_z).IsUnitary());
        Assert.False((Complex.ImaginaryOne * s_x).IsHermitian());
        Assert.False(Random(2, 3).IsUnitary());
        Assert.False(ComplexMatrix.Diagonal(double.NaN, 1).IsUnitary());
        Assert.Equal(5, ComplexMatrix.MaxAbsDifference(ComplexMatrix.Diagonal(1, new Complex(3, 4)), ComplexMatrix.Diagonal(1, 0)));
    }

    [Fact]
    public void MistakesAreRefused()
    {
        Assert.Throws<ArgumentException>(() => new ComplexMatrix(2, 2, [1, 2, 3]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ComplexMatrix(0, 2, []));
        Assert.Throws<ArgumentException>(() => Random(2, 3) * Random(2, 3));
        Assert.Throws<ArgumentException>(() => Random(2, 3) + Random(3, 2));
        Assert.Throws<InvalidOperationException>(() => Random(2, 3).Trace());
        Assert.Throws<ArgumentOutOfRangeException>(() => s_x[2, 0]);
        Assert.Throws<ArgumentException>(() => s_x.Embed([0, 1], 2));
        Assert.Throws<ArgumentException>(() => s_x.Embed([2], 2));
        Assert.Throws<ArgumentException>(() => ComplexMatrix.Identity(4).Embed([1, 1], 2));
        Assert.Throws<ArgumentOutOfRangeException>(() => s_x.Embed([0], 13));
    }

    private ComplexMatrix Random(int rows, int columns) =>
        ComplexMatrix.Generate(rows, columns, (_, _) => new(_stream.NextGaussian(), _stream.NextGaussian()));

    private static void Near(ComplexMatrix expected, ComplexMatrix actual) =>
        Assert.InRange(ComplexMatrix.MaxAbsDifference(expected, actual), 0, 1e-12);
}
