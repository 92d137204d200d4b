using QmlBench.Numerics.Tables;

namespace QmlBench.Numerics;

public static partial class Elementary
{
    // Below this |x| equals its sine, tangent, arc sine, arc tangent and hyperbolic tangent to 0.2 units in the last place.
    private const double Tiny = 7.450580596923828e-9; // 2^-27

    /// <summary>Sine of an angle in radians.</summary>
    /// <param name="x">Angle; any finite value, however large, is reduced exactly.</param>
    /// <returns>sin x; NaN for NaN and infinities; ±0 for ±0.</returns>
    public static double Sin(double x)
    {
        if (Math.Abs(x) < Tiny) return x;
        if (!double.IsFinite(x)) return double.NaN;
        var (step, angle) = ReduceAngle(x);
        return SineOfStep(step, angle).Rounded;
    }

    /// <summary>Cosine of an angle in radians.</summary>
    /// <param name="x">Angle; any finite value, however large, is reduced exactly.</param>
    /// <returns>cos x; NaN for NaN and infinities.</returns>
    public static double Cos(double x)
    {
        if (!double.IsFinite(x)) return double.NaN;
        var (step, angle) = ReduceAngle(x);
        return SineOfStep(step + 32, angle).Rounded;
    }

    /// <summary>Sine and cosine of an angle in radians, with one reduction.</summary>
    /// <param name="x">Angle; any finite value, however large, is reduced exactly.</param>
    /// <returns>The bits of <see cref="Sin(double)"/> and <see cref="Cos(double)"/>.</returns>
    public static (double Sin, double Cos) SinCos(double x)
    {
        if (!double.IsFinite(x)) return (double.NaN, double.NaN);
        var (step, angle) = ReduceAngle(x);
        double cosine = SineOfStep(step + 32, angle).Rounded;
        return (Math.Abs(x) < Tiny ? x : SineOfStep(step, angle).Rounded, cosine);
    }

    /// <summary>Tangent of an angle in radians.</summary>
    /// <param name="x">Angle; any finite value, however large, is reduced exactly.</param>
    /// <returns>tan x; NaN for NaN and infinities; ±0 for ±0.</returns>
    public static double Tan(double x)
    {
        if (Math.Abs(x) < Tiny) return x;
        if (!double.IsFinite(x)) return double.NaN;
        var (step, angle) = ReduceAngle(x);
        return (SineOfStep(step, angle) / SineOfStep(step + 32, angle)).Rounded;
    }

    /// <summary>sin(step·π/64 + angle) by the addition theorem; |angle| ≤ π/128.</summary>
    private static DoubleDouble SineOfStep(int step, DoubleDouble angle)
    {
        var table = SineTable.Entries;
        int sine = (step & 127) << 1, cosine = ((step + 32) & 127) << 1;
        double sineHead = table[sine], sineTail = table[sine + 1], cosineHead = table[cosine], cosineTail = table[cosine + 1];
        double d = angle.Head, square = d * d;
        double sineMinusAngle = d * square * ((-1.0 / 6) + (square * ((1.0 / 120) - (square * (1.0 / 5040)))));
        double cosineMinusOne = square * (-0.5 + (square * ((1.0 / 24) + (square * ((-1.0 / 720) + (square * (1.0 / 40320)))))));

        // Heads have 26 bits each, so their product is exact and only the small terms are rounded.
        var split = DoubleDouble.Split(d);
        var sum = DoubleDouble.SumOrdered(sineHead, cosineHead * split.Head);
        double small = ((sineHead + sineTail) * cosineMinusOne) + ((cosineHead + cosineTail) * sineMinusAngle);
        small += (sineTail + (cosineTail * d)) + (cosineHead * (split.Tail + angle.Tail));
        return DoubleDouble.SumOrdered(sum.Head, sum.Tail + small);
    }
}
