using QmlBench.Numerics.Tables;

namespace QmlBench.Numerics;

public static partial class Elementary
{
    private static readonly DoubleDouble s_pi = new(3.141592653589793, 1.2246467991473532e-16);
    private static readonly DoubleDouble s_halfPi = new(1.5707963267948966, 6.123233995736766e-17);

    /// <summary>Arc tangent.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>Angle in radians in [−π/2, π/2]; ±0 for ±0, NaN for NaN.</returns>
    public static double Atan(double x)
    {
        double size = Math.Abs(x);
        if (size < Tiny || double.IsNaN(x)) return x;
        if (size > 1.152921504606847e18) return Math.CopySign(s_halfPi.Head, x); // 2^60
        return Math.CopySign(FirstQuadrant(new(size, 0), new(1, 0)).Rounded, x);
    }

    /// <summary>Angle of the point (x, y) from the positive x axis.</summary>
    /// <param name="y">Ordinate.</param>
    /// <param name="x">Abscissa.</param>
    /// <returns>Radians in [−π, π] with the sign of <paramref name="y"/>; signed zeros and infinities as in C99 F.9.1.4; NaN for
    /// NaN.</returns>
    public static double Atan2(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        double height = Math.Abs(y), width = Math.Abs(x);
        if (double.IsInfinity(height) && double.IsInfinity(width)) (height, width) = (1, 1);
        bool left = double.IsNegative(x);
        if (height == 0 || double.IsInfinity(width)) return Math.CopySign(left ? s_pi.Head : 0, y);
        if (width == 0 || double.IsInfinity(height)) return Math.CopySign(s_halfPi.Head, y);
        if (!left && height < width * 8.673617379884035e-19) return y / width; // 2^-60
        double larger = Math.Max(height, width), scale = larger > 1e150 ? PowerOfTwo(-600) : larger < 1e-100 ? PowerOfTwo(600) : 1;
        var angle = FirstQuadrant(new(height * scale, 0), new(width * scale, 0));
        return Math.CopySign((left ? s_pi - angle : angle).Rounded, y);
    }

    /// <summary>Arc sine.</summary>
    /// <param name="x">A value in [−1, 1].</param>
    /// <returns>Angle in radians in [−π/2, π/2]; NaN outside [−1, 1]; ±0 for ±0.</returns>
    public static double Asin(double x)
    {
        double size = Math.Abs(x);
        if (size < Tiny) return x;
        if (!(size <= 1)) return double.NaN;
        return Math.CopySign(FirstQuadrant(new(size, 0), Cathetus(size)).Rounded, x);
    }

    /// <summary>Arc cosine.</summary>
    /// <param name="x">A value in [−1, 1].</param>
    /// <returns>Angle in radians in [0, π]; NaN outside [−1, 1].</returns>
    public static double Acos(double x)
    {
        double size = Math.Abs(x);
        if (!(size <= 1)) return double.NaN;
        var angle = FirstQuadrant(Cathetus(size), new(size, 0));
        return (x < 0 ? s_pi - angle : angle).Rounded;
    }

    /// <summary>√(1 − size²) for 0 ≤ size ≤ 1.</summary>
    private static DoubleDouble Cathetus(double size) =>
        DoubleDouble.SquareRoot(DoubleDouble.Sum(1, -size) * DoubleDouble.Sum(1, size));

    /// <summary>Angle of the point (width, height), both ≥ 0 and not both 0, in [0, π/2].</summary>
    private static DoubleDouble FirstQuadrant(DoubleDouble height, DoubleDouble width) =>
        height.Head > width.Head ? s_halfPi - FirstOctant(width, height) : FirstOctant(height, width);

    /// <summary>The same for height ≤ width: atan(j/64) from the table plus the arc tangent of the small rest.</summary>
    private static DoubleDouble FirstOctant(DoubleDouble height, DoubleDouble width)
    {
        int step = (int)((height.Head / width.Head * 64) + 0.5);
        var slope = new DoubleDouble(step * (1.0 / 64), 0);
        var tangent = (height - (slope * width)) / (width + (slope * height));
        double t = tangent.Head, square = t * t;
        double beyond = t * square * ((-1.0 / 3) + (square * ((1.0 / 5) + (square * ((-1.0 / 7) + (square * (1.0 / 9)))))));
        var table = ArctangentTable.Entries;
        var sum = DoubleDouble.SumOrdered(table[2 * step], t);
        return DoubleDouble.SumOrdered(sum.Head, sum.Tail + (table[(2 * step) + 1] + tangent.Tail + beyond));
    }
}
