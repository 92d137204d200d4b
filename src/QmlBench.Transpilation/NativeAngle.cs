using QmlBench.Circuits;

namespace QmlBench.Transpilation;

/// <summary>Angles as native circuits carry them: one turn at most, and without the dust of rounding.</summary>
/// <remarks>
/// Constants, and constants beside symbols, are brought into [−π, π). What lies within 1e-12 of a multiple of π/960 (so of π over 2 to 6, 8,
/// 10, 12, 15, 16, 20, …, 64) or of a decimal of nine digits becomes just that; a unitary moves by less than 1e-12 by it.
/// </remarks>
internal static class NativeAngle
{
    private const double Dust = 1e-12;
    private const long PartsOfPi = 960;
    private const int Digits = 9;
    private const double Turn = 2 * Math.PI;

    /// <summary>The tidy angle and the full turns taken off it.</summary>
    /// <param name="angle">Any angle; expressions that are not affine stay as they are.</param>
    /// <param name="turns">angle = result + 2π · turns, up to rounding.</param>
    public static Angle Tidy(Angle angle, out long turns)
    {
        turns = 0;
        if (angle.IsConstant)
            return Tidy(angle.Constant, out turns);
        return angle.IsAffine ? angle - angle.Offset + Tidy(angle.Offset, out turns) : angle;
    }

    private static double Tidy(double value, out long turns)
    {
        var count = Math.Floor((value + Math.PI + Dust) / Turn);
        turns = (long)count;
        return Math.Max(Snapped(count == 0 ? value : value - Turn * count), -Math.PI);
    }

    private static double Snapped(double value)
    {
        var parts = (long)Math.Round(value / Math.PI * PartsOfPi);
        var common = Common(Math.Abs(parts), PartsOfPi);
        // As numbers are printed: numerator · π / denominator, in lowest terms.
        var fraction = parts / common * Math.PI / (PartsOfPi / common);
        if (Math.Abs(value - fraction) < Dust)
            return fraction;
        var shorter = Math.Round(value, Digits);
        return Math.Abs(value - shorter) < Dust ? shorter : value;
    }

    private static long Common(long a, long b) => a == 0 ? b : Common(b % a, a);
}
