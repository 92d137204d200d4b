using QmlBench.Numerics.Tables;

namespace QmlBench.Numerics;

public static partial class Elementary
{
    private const double StepsPerLogarithmUnit = 184.6649652337873; // 128/ln 2

    // ln 2/128 in two parts; the first has 35 bits, so that its product with a step number below 2^18 is exact.
    private const double OctaveStepA = 0.0054152123482253955, OctaveStepB = -1.0082281460997769e-13;

    /// <summary>Exponential function.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>eˣ; +∞ above 709.78, 0 below −745.13, NaN for NaN; rounded once also where it is subnormal.</returns>
    public static double Exp(double x) => double.IsNaN(x) ? x : ExponentialOf(x, 0);

    /// <summary>eˣ − 1 without cancellation.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>eˣ − 1; ±0 for ±0, −1 for −∞, NaN for NaN.</returns>
    public static double Expm1(double x)
    {
        if (double.IsNaN(x) || Math.Abs(x) < 5.551115123125783e-17) return x; // 2^-54
        if (x > 57) return Exp(x);
        return x < -40 ? -1 : ExponentialMinusOne(x).Rounded;
    }

    /// <summary>e^(x + tail), where the tail is at most a unit in the last place of x.</summary>
    private static double ExponentialOf(double x, double tail)
    {
        if (!(Math.Abs(x) < 746)) return x > 0 ? double.PositiveInfinity : 0;
        var (step, reduced) = ReduceExponent(x);
        var rest = DoubleDouble.Sum(reduced.Head, reduced.Tail + tail);
        var table = ExponentialTable.Entries;
        int entry = (step & 127) << 1;
        double head = table[entry], low = table[entry + 1];
        double growth = rest.Head + (rest.Tail + GrowthBeyondLinear(rest.Head));
        double small = low + ((head + low) * growth);
        int exponent = step >> 7;
        if (Math.Abs(x) < 708) return (head + small) * PowerOfTwo(exponent);
        return ScaledNearLimits(DoubleDouble.SumOrdered(head, small), exponent);
    }

    /// <summary>eˣ − 1 to about 2⁻⁶⁰, for −41 ≤ x ≤ 58.</summary>
    private static DoubleDouble ExponentialMinusOne(double x)
    {
        var (step, rest) = ReduceExponent(x);
        var table = ExponentialTable.Entries;
        int entry = (step & 127) << 1;
        double scale = PowerOfTwo(step >> 7);
        double head = table[entry] * scale, low = table[entry + 1] * scale;
        double beyond = GrowthBeyondLinear(rest.Head);
        var split = DoubleDouble.Split(rest.Head);
        var constant = DoubleDouble.Sum(head, -1);
        var linear = DoubleDouble.Sum(constant.Head, head * split.Head);
        double small = (head * (split.Tail + (rest.Tail + beyond))) + (low + (low * (rest.Head + beyond)));
        return DoubleDouble.SumOrdered(linear.Head, (constant.Tail + linear.Tail) + small);
    }

    /// <summary>Step and rest with x = step·ln 2/128 + rest, |rest| ≤ ln 2/256 (1 + 2⁻²⁰).</summary>
    private static (int Step, DoubleDouble Remainder) ReduceExponent(double x)
    {
        double shifted = (x * StepsPerLogarithmUnit) + RoundingShift;
        double step = shifted - RoundingShift;
        var rest = DoubleDouble.Sum(x - (step * OctaveStepA), -(step * OctaveStepB));
        return ((int)BitConverter.DoubleToInt64Bits(shifted), rest);
    }

    /// <summary>eʳ − 1 − r for |r| ≤ 0.00271.</summary>
    private static double GrowthBeyondLinear(double r)
    {
        double square = r * r;
        double odd = (1.0 / 6) + (square * (1.0 / 120)), even = 0.5 + (square * ((1.0 / 24) + (square * (1.0 / 720))));
        return square * (even + (r * odd));
    }

    /// <summary>value · 2^exponent where that may overflow or be subnormal, rounded once.</summary>
    private static double ScaledNearLimits(DoubleDouble value, int exponent)
    {
        if (exponent > 0) return value.Rounded * PowerOfTwo(exponent - 100) * PowerOfTwo(100);
        double scale = PowerOfTwo(exponent + 1022);
        double head = value.Head * scale, tail = value.Tail * scale;
        if (head + tail >= 1) return (head + tail) * PowerOfTwo(-1022);

        // Below 2^-1022 the units are those of numbers from 1 to 2, divided by 2^1022: let the addition of 1 round there.
        var raised = DoubleDouble.SumOrdered(1, head);
        return (raised.Head + (raised.Tail + tail) - 1) * PowerOfTwo(-1022);
    }
}
