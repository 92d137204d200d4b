using System.Runtime.InteropServices;
using System.Security.Cryptography;
using QmlBench.Numerics;
using QmlBench.Numerics.Randomness;

namespace QmlBench.Tests.Numerics;

public sealed class ElementaryTests
{
    private const double Inf = double.PositiveInfinity, NaN = double.NaN;

    /// <summary>C99 Annex F, the parts on which the platform's functions have no freedom either.</summary>
    [Fact]
    public void SpecialValuesAreThoseOfTheStandard()
    {
        double[] special =
        [
            0, -0.0, 1, -1, 0.5, -0.5, 2, -2, 3, -3, Inf, -Inf, NaN, double.Epsilon, -double.Epsilon, double.MaxValue, double.MinValue,
        ];
        foreach (double x in special)
        {
            if (!double.IsFinite(x) || x == 0)
            {
                SameBits(Math.Sin(x), Elementary.Sin(x), x);
                SameBits(Math.Cos(x), Elementary.Cos(x), x);
                SameBits(Math.Tan(x), Elementary.Tan(x), x);
            }
            if (x is not (0.5 or -0.5 or 2 or -2 or 3 or -3 or 1 or -1))
            {
                SameBits(Math.Exp(x), Elementary.Exp(x), x);
                SameBits(Math.Tanh(x), Elementary.Tanh(x), x);
                SameBits(Math.Atan(x), Elementary.Atan(x), x);
                SameBits(Math.Asin(x), Elementary.Asin(x), x);
            }
            if (!(x > 0) || x is 1 or Inf) SameBits(Math.Log(x), Elementary.Log(x), x);
            foreach (double y in special)
            {
                if (!double.IsFinite(x) || !double.IsFinite(y) || x == 0 || y == 0 || (x == y && Math.Abs(x) > 3))
                    SameBits(Math.Atan2(x, y), Elementary.Atan2(x, y), (x, y));
                SameBits(Math.Pow(x, y), Elementary.Pow(x, y), (x, y), allowRounding: true);
            }
        }
    }

    [Fact]
    public void SmallFunctionsKeepTheSignOfZero()
    {
        foreach (double zero in (double[])[0, -0.0])
        {
            SameBits(zero, Elementary.Log1p(zero), zero);
            SameBits(zero, Elementary.Expm1(zero), zero);
            SameBits(zero, Elementary.SinCos(zero).Sin, zero);
        }
        Assert.Equal(-1, Elementary.Expm1(-Inf));
        Assert.Equal(Inf, Elementary.Expm1(Inf));
        Assert.Equal(-Inf, Elementary.Log1p(-1));
        Assert.Equal(NaN, Elementary.Log1p(-1.5));
        Assert.Equal(Inf, Elementary.Log1p(Inf));
        Assert.Equal(NaN, Elementary.Acos(1.0000001));
        Assert.Equal(NaN, Elementary.Asin(-1.0000001));
        Assert.Equal((NaN, NaN), Elementary.SinCos(Inf));
    }

    [Fact]
    public void ExactPowersAreExact()
    {
        for (int k = -1074; k < 1024; k++) Assert.Equal(Math.ScaleB(1, k), Elementary.Pow(2, k));
        for (int k = 0; k <= 22; k++) Assert.Equal(double.Parse($"1e{k}"), Elementary.Pow(10, k));
        for (int k = 1; k < 3000; k++) Assert.Equal(k, Elementary.Pow((double)k * k, 0.5));
        Assert.Equal(-27, Elementary.Pow(-3, 3));
        Assert.Equal(1.0 / 9, Elementary.Pow(-3, -2));
    }

    [Fact]
    public void OverflowAndUnderflowSetInWhereTheyShould()
    {
        Assert.Equal(double.MaxValue, Elementary.Exp(709.782712893384), double.MaxValue * 1e-13);
        Assert.Equal(Inf, Elementary.Exp(709.7827128933841));
        Assert.Equal(double.Epsilon, Elementary.Exp(-745.1332191019411));
        Assert.Equal(0, Elementary.Exp(-745.1332191019412));
        Assert.Equal(Inf, Elementary.Pow(1.5, 1e300));
        Assert.Equal(0, Elementary.Pow(1.5, -1e300));
        Assert.Equal(-Inf, Elementary.Pow(-1e300, 3));
    }

    [Fact]
    public void MonotoneFunctionsAreMonotone()
    {
        (Func<double, double> Function, double From, double To)[] cases =
        [
            (Elementary.Exp, -30, 30), (Elementary.Log, 1e-6, 40), (Elementary.Tanh, -19, 19), (Elementary.Atan, -50, 50),
            (Elementary.Sin, -1.57, 1.57), (Elementary.Asin, -1, 1), (Elementary.Expm1, -30, 30), (Elementary.Log1p, -0.99, 40),
        ];
        foreach (var (function, from, to) in cases)
        {
            const int steps = 50_000;
            double last = function(from);
            for (int i = 1; i <= steps; i++)
            {
                double next = function(from + ((to - from) * i / steps));
                Assert.True(next >= last, $"falls after {last:R}");
                last = next;
            }
        }
    }

    [Fact]
    public void OddFunctionsAreOddAndCosineIsEvenToTheLastBit()
    {
        var stream = StreamKey.Root(3, "odd").Open();
        for (int i = 0; i < 20_000; i++)
        {
            double x = stream.NextGaussian() * Math.ScaleB(1, stream.NextInt(60) - 20);
            Assert.Equal(-Elementary.Sin(x), Elementary.Sin(-x));
            Assert.Equal(Elementary.Cos(x), Elementary.Cos(-x));
            Assert.Equal(-Elementary.Tanh(x), Elementary.Tanh(-x));
            Assert.Equal(-Elementary.Atan(x), Elementary.Atan(-x));
        }
    }

    [Fact]
    public void SpansGiveTheBitsOfTheScalarsAlsoInPlace()
    {
        var stream = StreamKey.Root(4, "spans").Open();
        double[] x = [.. Enumerable.Range(0, 1001).Select(_ => 20 * stream.NextGaussian()), 0, -0.0, Inf, -Inf, NaN, 1e300];
        double[] y = new double[x.Length], z = new double[x.Length + 3];
        CheckSpan(x, Elementary.Sin, Elementary.Sin);
        CheckSpan(x, Elementary.Cos, Elementary.Cos);
        CheckSpan(x, Elementary.Exp, Elementary.Exp);
        CheckSpan(x, Elementary.Log, Elementary.Log);
        CheckSpan(x, Elementary.Tanh, Elementary.Tanh);
        Elementary.SinCos(x, y, z);
        for (int i = 0; i < x.Length; i++) Assert.Equal((y[i], z[i]), Elementary.SinCos(x[i]));
        Assert.Throws<ArgumentException>(() => Elementary.Sin(new double[3], new double[2]));
        Assert.Throws<ArgumentException>(() => Elementary.SinCos(new double[3], new double[3], new double[2]));
    }

    /// <summary>The digest was made once; any machine, vector width or compiler that gives other bits fails here.</summary>
    [Fact]
    public void BitsAreTheSameEverywhere()
    {
        var stream = StreamKey.Root(5, "bits").Open();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var values = new double[9];
        for (int i = 0; i < 20_000; i++)
        {
            double x = stream.NextGaussian() * Math.ScaleB(1, stream.NextInt(40) - 20), y = Math.Abs(stream.NextGaussian());
            values[0] = Elementary.Sin(x);
            values[1] = Elementary.Cos(x);
            values[2] = Elementary.Exp(20 * y);
            values[3] = Elementary.Log(y);
            values[4] = Elementary.Tanh(x);
            values[5] = Elementary.Pow(y, 3 * stream.NextGaussian());
            values[6] = Elementary.Atan2(x, y);
            values[7] = Elementary.Log1p(y);
            values[8] = Elementary.Expm1(-y);
            hash.AppendData(MemoryMarshal.AsBytes(values.AsSpan()));
        }
        string digest = Convert.ToHexStringLower(hash.GetHashAndReset());
        Assert.True(digest == "f63bcb00cae6fbd89d50181a7362df8c620326f24f6fe6ff0a33d5d3377146b2", digest);
    }

    private delegate void SpanForm(ReadOnlySpan<double> x, Span<double> destination);

    private static void CheckSpan(double[] x, SpanForm form, Func<double, double> scalar)
    {
        double[] expected = [.. x.Select(scalar)], copy = [.. x], apart = new double[x.Length + 1];
        form(copy, copy);
        form(x, apart);
        for (int i = 0; i < x.Length; i++)
        {
            SameBits(expected[i], copy[i], x[i]);
            SameBits(expected[i], apart[i], x[i]);
        }
    }

    private static void SameBits(double expected, double actual, object at, bool allowRounding = false)
    {
        if (double.IsNaN(expected) && double.IsNaN(actual)) return;
        long difference = Math.Abs(BitConverter.DoubleToInt64Bits(expected) - BitConverter.DoubleToInt64Bits(actual));
        Assert.True(difference <= (allowRounding ? 1 : 0), $"{actual:R} instead of {expected:R} at {at}");
    }
}
