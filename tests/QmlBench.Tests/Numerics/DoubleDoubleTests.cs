using System.Numerics;
using QmlBench.Numerics;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics;

public sealed class DoubleDoubleTests
{
    [Fact]
    public void SumAndProductAreExact()
    {
        var stream = StreamKey.Root(1, "exact").Open();
        for (int i = 0; i < 2000; i++)
        {
            double a = stream.NextGaussian() * Math.ScaleB(1, stream.NextInt(80));
            double b = stream.NextGaussian() * Math.ScaleB(1, stream.NextInt(80));
            Assert.Equal(Exact(a) + Exact(b), Exact(DoubleDouble.Sum(a, b)));
            Assert.Equal((Exact(a) * Exact(b)) >> 300, Exact(DoubleDouble.Product(a, b)));
            Assert.Equal(Math.FusedMultiplyAdd(a, b, -(a * b)), DoubleDouble.Product(a, b).Tail);
            var (head, tail) = DoubleDouble.Split(a);
            Assert.Equal(a, head + tail);
            Assert.Equal(0, BitConverter.DoubleToInt64Bits(head) & ((1L << 26) - 1));
        }
    }

    [Fact]
    public void QuotientAndRootUndoTheProduct()
    {
        var stream = StreamKey.Root(2, "exact").Open();
        for (int i = 0; i < 2000; i++)
        {
            var a = DoubleDouble.Sum(1 + stream.NextDouble(), 1e-17 * stream.NextDouble());
            var b = DoubleDouble.Sum(1 + stream.NextDouble(), 1e-17 * stream.NextDouble());
            Near(a, a * b / b);
            Near(a, DoubleDouble.SquareRoot(a * a));
            Near(a, a + b - b);
        }
        Assert.Equal(default, DoubleDouble.SquareRoot(default));
    }

    private static void Near(DoubleDouble expected, DoubleDouble actual)
    {
        var difference = expected - actual;
        Assert.InRange(Math.Abs(difference.Head), 0, 1e-29);
    }

    private static BigInteger Exact(DoubleDouble x) => Exact(x.Head) + Exact(x.Tail);

    private static BigInteger Exact(double x)
    {
        var (mantissa, exponent) = HighPrecision.Of(x);
        return mantissa << (exponent + 300);
    }
}
