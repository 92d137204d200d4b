using QmlBench.Numerics.Tables;

namespace QmlBench.Numerics;

public static partial class Elementary
{
    // ln 2; the head is a multiple of 2^-42, so that its products with exponents and its sums with heads of the table are exact.
    private const double LogTwoHead = 0.6931471805598903, LogTwoTail = 5.497923018708371e-14;
    private const long LogarithmOrigin = 0x3fe6_0000_0000_0000; // 0.6875

    /// <summary>Natural logarithm.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>ln x; −∞ for ±0, NaN below zero and for NaN, +∞ for +∞, +0 for 1.</returns>
    public static double Log(double x)
    {
        if (!(x > 0)) return x == 0 ? double.NegativeInfinity : double.NaN;
        return double.IsPositiveInfinity(x) ? x : LogarithmOf(x, 0).Rounded;
    }

    /// <summary>ln(1 + x) without cancellation.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>ln(1 + x); ±0 for ±0, −∞ for −1, NaN below −1 and for NaN, +∞ for +∞.</returns>
    public static double Log1p(double x)
    {
        if (!(x > -1)) return x == -1 ? double.NegativeInfinity : double.NaN;
        if (Math.Abs(x) < 5.551115123125783e-17 || double.IsPositiveInfinity(x)) return x; // 2^-54
        var sum = DoubleDouble.Sum(1, x);
        return LogarithmOf(sum.Head, sum.Tail).Rounded;
    }

    /// <summary>ln(x + tail) with a relative error near 2⁻⁶⁷, for positive finite x; the tail is 0 or at most half a unit of a
    /// normal x.</summary>
    private static DoubleDouble LogarithmOf(double x, double tail)
    {
        int exponent = 0;
        if (x < 2.2250738585072014e-308) (x, exponent) = (x * 18014398509481984.0, -54); // 2^54
        long offset = BitConverter.DoubleToInt64Bits(x) - LogarithmOrigin;
        exponent += (int)(offset >> 52);
        double mantissa = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(x) - ((offset >> 52) << 52));
        var table = LogarithmTable.Entries;
        int entry = (int)((offset >> 45) & 127) * 3;
        double reciprocal = table[entry];

        // reciprocal · mantissa − 1 exactly: 17 bits times 32 and 21 bits.
        double upper = BitConverter.Int64BitsToDouble(BitConverter.DoubleToInt64Bits(mantissa) & ~0x1f_ffffL);
        var rest = DoubleDouble.Sum((reciprocal * upper) - 1, reciprocal * (mantissa - upper));
        if (tail != 0) rest += new DoubleDouble(reciprocal * tail * PowerOfTwo(-Math.Min(exponent, 1022)), 0);

        double head = (exponent * LogTwoHead) + table[entry + 1], low = (exponent * LogTwoTail) + table[entry + 2];
        return LogarithmFromRest(head, low, rest);
    }

    /// <summary>head + low + ln(1 + rest) for |rest| ≤ 2⁻⁷, where head is 0 or larger than rest.</summary>
    private static DoubleDouble LogarithmFromRest(double head, double low, DoubleDouble rest)
    {
        double r = rest.Head, square = r * r;
        double even = (-1.0 / 4) + (square * ((-1.0 / 6) + (square * ((-1.0 / 8) + (square * (-1.0 / 10))))));
        double odd = (1.0 / 3) + (square * ((1.0 / 5) + (square * ((1.0 / 7) + (square * (1.0 / 9))))));
        var halfSquare = DoubleDouble.Product(r, -0.5 * r);
        var linear = DoubleDouble.SumOrdered(head, r);
        var quadratic = DoubleDouble.Sum(linear.Head, halfSquare.Head);
        double small = (rest.Tail - (r * rest.Tail)) + halfSquare.Tail + (r * square * (odd + (r * even)));
        return DoubleDouble.SumOrdered(quadratic.Head, (linear.Tail + quadratic.Tail) + (low + small));
    }
}
