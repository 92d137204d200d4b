namespace QmlBench.Numerics;

public static partial class Elementary
{
    /// <summary>Power with a real exponent.</summary>
    /// <param name="x">Base.</param>
    /// <param name="y">Exponent.</param>
    /// <returns>xʸ with the special values of C99 F.9.4.4: x⁰ = 1 and 1ʸ = 1 even for NaN, (−1)^±∞ = 1, a negative base with an
    /// exponent that is no integer gives NaN, odd integers keep the sign of the base.</returns>
    public static double Pow(double x, double y)
    {
        if (y == 0 || x == 1) return 1;
        if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        double size = Math.Abs(x);
        if (double.IsInfinity(y)) return size == 1 ? 1 : (size > 1) == (y > 0) ? double.PositiveInfinity : 0;
        bool negative = double.IsNegative(x) && double.IsOddInteger(y);
        if (x < 0 && !double.IsInfinity(x) && !double.IsInteger(y)) return double.NaN;
        double power = PowerOfSize(size, y);
        return negative ? -power : power;
    }

    /// <summary>sizeʸ for size ≥ 0 and finite y ≠ 0.</summary>
    private static double PowerOfSize(double size, double y)
    {
        if (size == 1) return 1;
        if (size == 0 || double.IsInfinity(size)) return (size == 0) == (y < 0) ? double.PositiveInfinity : 0;

        // |ln size| is at least 2^-53, so such an exponent always leads beyond the range of doubles.
        if (Math.Abs(y) > 1.8446744073709552e19) return (size > 1) == (y > 0) ? double.PositiveInfinity : 0;
        var logarithm = LogarithmOf(size, 0);
        var exponent = DoubleDouble.Product(y, logarithm.Head);
        var whole = DoubleDouble.SumOrdered(exponent.Head, exponent.Tail + (y * logarithm.Tail));
        return ExponentialOf(whole.Head, whole.Tail);
    }
}
