using CsCheck;
using QmlBench.Numerics;

namespace QmlBench.Tests.Numerics;

/// Four angles at a time give the bits of one at a time, whatever the angles.
public class ElementarySinCosSpanTests
{
    [Fact]
    public void Spans_have_the_bits_of_single_angles()
    {
        var random = new PCG(3, 20260101);
        for (int round = 0; round < 2000; round++)
        {
            var x = new double[67];
            for (int i = 0; i < x.Length; i++)
            {
                double u = (random.Next64() >> 11) * (1.0 / (1UL << 53));
                x[i] = round % 2 == 0 ? (u - 0.5) * 13 : Odd(random.Next64() % 9, u);
            }

            var sines = new double[67];
            var cosines = new double[67];
            Elementary.SinCos(x, sines, cosines);
            for (int i = 0; i < x.Length; i++)
            {
                (double sine, double cosine) = Elementary.SinCos(x[i]);
                Assert.Equal(BitConverter.DoubleToInt64Bits(sine), BitConverter.DoubleToInt64Bits(sines[i]));
                Assert.Equal(BitConverter.DoubleToInt64Bits(cosine), BitConverter.DoubleToInt64Bits(cosines[i]));
            }
        }
    }

    // Tiny, large, at a step, huge, zeros of both signs, no numbers, subnormal, ordinary.
    private static double Odd(ulong kind, double u) => kind switch
    {
        0 => (u - 0.5) * 1e-7,
        1 => (u - 0.5) * 70000,
        2 => Math.Round(200 * u) * Math.PI / 64,
        3 => (u - 0.5) * 1e300,
        4 => u < 0.5 ? -0.0 : 0.0,
        5 when u < 0.3 => double.NaN,
        5 when u < 0.6 => double.PositiveInfinity,
        5 => u * 1e-310,
        _ => (u - 0.5) * 20,
    };
}
