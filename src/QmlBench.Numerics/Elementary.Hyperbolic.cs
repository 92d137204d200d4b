namespace QmlBench.Numerics;

public static partial class Elementary
{
    /// <summary>Hyperbolic tangent.</summary>
    /// <param name="x">Any value.</param>
    /// <returns>tanh x = (e²ˣ − 1)/(e²ˣ + 1); ±0 for ±0, ±1 for ±∞, NaN for NaN.</returns>
    public static double Tanh(double x)
    {
        double size = Math.Abs(x);
        if (size < Tiny || double.IsNaN(x)) return x;
        if (size > 20) return Math.CopySign(1, x);
        var growth = ExponentialMinusOne(2 * size);
        return Math.CopySign((growth / (growth + new DoubleDouble(2, 0))).Rounded, x);
    }
}
