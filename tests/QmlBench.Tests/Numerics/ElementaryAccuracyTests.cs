using QmlBench.Numerics;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics;

/// <summary>Every function against a computation with 320 bits; the promise is 0.6 units in the last place, the worst ever seen
/// 0.51.</summary>
public sealed class ElementaryAccuracyTests
{
    private const double MostUlp = 0.52;
    private const int Points = 1500;

    [Fact]
    public void Sine()
    {
        foreach (var kind in Angles()) Check(kind, Elementary.Sin, HighPrecision.Sin);
    }

    [Fact]
    public void Cosine()
    {
        foreach (var kind in Angles()) Check(kind, Elementary.Cos, HighPrecision.Cos);
    }

    [Fact]
    public void SineAndCosineTogether()
    {
        foreach (var kind in Angles())
        {
            Check(kind, x => Elementary.SinCos(x).Sin, HighPrecision.Sin);
            Check(kind, x => Elementary.SinCos(x).Cos, HighPrecision.Cos);
        }
    }

    [Fact]
    public void Tangent()
    {
        foreach (var kind in Angles()) Check(kind, Elementary.Tan, HighPrecision.Tan);
    }

    [Fact]
    public void Exponential()
    {
        Check(s => Between(s, -745.1, 709.78), Elementary.Exp, HighPrecision.Exp);
        Check(s => Between(s, -745.1, -707), Elementary.Exp, HighPrecision.Exp);
        Check(s => Between(s, 707, 709.78), Elementary.Exp, HighPrecision.Exp);
        Check(s => Between(s, -1, 1), Elementary.Exp, HighPrecision.Exp);
        Check(s => OfSize(s, -60, 0), Elementary.Exp, HighPrecision.Exp);
    }

    [Fact]
    public void ExponentialMinusOne()
    {
        Check(s => Between(s, -45, 709), Elementary.Expm1, HighPrecision.Expm1);
        Check(s => Between(s, -0.1, 0.1), Elementary.Expm1, HighPrecision.Expm1);
        Check(s => OfSize(s, -60, 1), Elementary.Expm1, HighPrecision.Expm1);
    }

    [Fact]
    public void Logarithm()
    {
        Check(s => Math.Abs(AnyFinite(s)), Elementary.Log, HighPrecision.Log);
        Check(s => Between(s, 0.5, 2), Elementary.Log, HighPrecision.Log);
        Check(s => 1 + OfSize(s, -53, -3), Elementary.Log, HighPrecision.Log);
        Check(s => Between(s, 5e-324, 1e-307), Elementary.Log, HighPrecision.Log);
    }

    [Fact]
    public void LogarithmOfOneAndMore()
    {
        Check(s => Between(s, -1, 1), Elementary.Log1p, HighPrecision.Log1p);
        Check(s => OfSize(s, -60, -3), Elementary.Log1p, HighPrecision.Log1p);
        Check(s => Math.Abs(OfSize(s, 0, 1000)), Elementary.Log1p, HighPrecision.Log1p);
    }

    [Fact]
    public void HyperbolicTangent()
    {
        Check(s => Between(s, -22, 22), Elementary.Tanh, HighPrecision.Tanh);
        Check(s => Between(s, -1, 1), Elementary.Tanh, HighPrecision.Tanh);
        Check(s => OfSize(s, -40, 0), Elementary.Tanh, HighPrecision.Tanh);
    }

    [Fact]
    public void InverseFunctions()
    {
        Check(s => OfSize(s, -40, 70), Elementary.Atan, x => HighPrecision.Atan2(x, 1));
        Check(s => Between(s, -1, 1), Elementary.Asin, HighPrecision.Asin);
        Check(s => Between(s, -1, 1), Elementary.Acos, HighPrecision.Acos);
        Check(s => 1 - Math.Abs(OfSize(s, -50, -2)), Elementary.Asin, HighPrecision.Asin);
        Check(s => Math.Abs(OfSize(s, -50, -2)) - 1, Elementary.Acos, HighPrecision.Acos);
    }

    [Fact]
    public void Arctangent2()
    {
        Check(s => (Between(s, -1, 1), Between(s, -1, 1)), Elementary.Atan2, HighPrecision.Atan2);
        Check(s => (OfSize(s, -50, 50), OfSize(s, -50, 50)), Elementary.Atan2, HighPrecision.Atan2);
    }

    [Fact]
    public void Power()
    {
        Check(s => (Between(s, 0, 10), Between(s, -100, 100)), Elementary.Pow, HighPrecision.Pow);
        Check(s => WithFinitePower(s, Math.Abs(OfSize(s, -1000, 1000))), Elementary.Pow, HighPrecision.Pow);
        Check(s => WithFinitePower(s, 1 + OfSize(s, -30, -6)), Elementary.Pow, HighPrecision.Pow);
        Check(s => WithFinitePower(s, Between(s, 0.5, 2)), Elementary.Pow, HighPrecision.Pow);
    }

    private static Func<RandomStream, double>[] Angles() =>
    [
        s => Between(s, -7, 7),
        s => Between(s, -40000, 40000),
        s => OfSize(s, -40, 60),
        s => OfSize(s, 0, 1024),
        s => s.NextInt(20000) * (Math.PI / 2),
        s => (1 + s.NextInt(1000)) * (Math.PI / 128),
    ];

    private static double Between(RandomStream s, double from, double to) => from + ((to - from) * s.NextDouble());

    private static double OfSize(RandomStream s, int from, int to) =>
        Math.ScaleB(1 + s.NextDouble(), from + s.NextInt(to - from)) * (s.NextInt(2) == 0 ? 1 : -1);

    private static double AnyFinite(RandomStream s)
    {
        double value;
        do value = BitConverter.UInt64BitsToDouble(s.NextUInt64());
        while (!double.IsFinite(value));
        return value;
    }

    private static (double X, double Y) WithFinitePower(RandomStream s, double x) => (x, Between(s, -745, 709) / Math.Log(x));

    private static void Check(Func<RandomStream, double> draw, Func<double, double> computed, Func<double, HighPrecision> exact)
    {
        var stream = StreamKey.Root(1, "accuracy").Open();
        for (int i = 0; i < Points; i++)
        {
            double x = draw(stream), error = exact(x).UlpError(computed(x));
            Assert.True(error < MostUlp, $"{error} ulp at {x:R}");
        }
    }

    private static void Check(
        Func<RandomStream, (double, double)> draw, Func<double, double, double> computed, Func<double, double, HighPrecision> exact)
    {
        var stream = StreamKey.Root(2, "accuracy").Open();
        for (int i = 0; i < Points; i++)
        {
            var (x, y) = draw(stream);
            double error = exact(x, y).UlpError(computed(x, y));
            Assert.True(error < MostUlp, $"{error} ulp at ({x:R}, {y:R})");
        }
    }
}
