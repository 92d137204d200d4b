using System.Numerics;

namespace QmlBench.Tests.Numerics;

/// <summary>A number Mantissa · 2^Exponent and elementary functions on it to some 300 bits: the reference for the functions
/// under test.</summary>
internal readonly record struct HighPrecision(BigInteger Mantissa, int Exponent)
{
    private const int Bits = 320;
    private const int MostReductionBits = 1500;

    private static readonly BigInteger s_one = BigInteger.One << Bits;
    private static readonly BigInteger s_pi = ComputePi(MostReductionBits);
    private static readonly BigInteger s_logTwo = ComputeLogTwo(MostReductionBits);

    public static HighPrecision Of(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)((bits >> 52) & 0x7ff);
        BigInteger mantissa = (bits & 0xf_ffff_ffff_ffff) | (exponent == 0 ? 0 : 1L << 52);
        return new(x < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    public static HighPrecision Sin(double x) => new(SinCos(Of(x)).Sin, -Bits);

    public static HighPrecision Cos(double x) => new(SinCos(Of(x)).Cos, -Bits);

    public static HighPrecision Tan(double x)
    {
        var (sin, cos) = SinCos(Of(x));
        return new((sin << Bits) / cos, -Bits);
    }

    public static HighPrecision Exp(double x) => Exp(Of(x).Fixed(Bits));

    public static HighPrecision Expm1(double x) => new(Exp(x).Fixed(Bits) - s_one, -Bits);

    public static HighPrecision Log(double x) => new(LogFixed(Of(x)), -Bits);

    public static HighPrecision Log1p(double x) => new(LogFixed(new(Of(x).Fixed(1100) + (BigInteger.One << 1100), -1100)), -Bits);

    public static HighPrecision Tanh(double x)
    {
        BigInteger square = Exp(2 * x).Fixed(Bits);
        return new(((square - s_one) << Bits) / (square + s_one), -Bits);
    }

    public static HighPrecision Pow(double x, double y)
    {
        var exponent = Of(y);
        return Exp(new HighPrecision(LogFixed(Of(x)) * exponent.Mantissa, exponent.Exponent - Bits).Fixed(Bits));
    }

    /// <summary>The tangent of what is left beside the angle that the platform gives is tiny, so its series is short.</summary>
    public static HighPrecision Atan2(double y, double x)
    {
        double near = Math.Atan2(y, x);
        return Atan2(Of(y).Fixed(Bits), Of(x).Fixed(Bits), near);
    }

    public static HighPrecision Asin(double x)
    {
        BigInteger sine = Of(x).Fixed(Bits);
        return Atan2(sine, SquareRoot((s_one << Bits) - (sine * sine)), Math.Asin(x));
    }

    public static HighPrecision Acos(double x)
    {
        BigInteger cosine = Of(x).Fixed(Bits);
        return Atan2(SquareRoot((s_one << Bits) - (cosine * cosine)), cosine, Math.Acos(x));
    }

    /// <summary>|computed − this| in units in the last place of a double of this size.</summary>
    public double UlpError(double computed)
    {
        if (Mantissa.IsZero) return computed == 0 ? 0 : double.PositiveInfinity;
        int size = (int)BigInteger.Abs(Mantissa).GetBitLength() + Exponent, unit = Math.Max(size - 53, -1074);
        if (!double.IsFinite(computed)) return size > 1024 ? 0 : double.PositiveInfinity;
        BigInteger difference = BigInteger.Abs(Of(computed).Fixed(1400) - Fixed(1400));
        return (double)(difference >> Math.Max(0, 1400 + unit - 64)) / Math.ScaleB(1, Math.Min(64, 1400 + unit));
    }

    private BigInteger Fixed(int bits) => Exponent + bits >= 0 ? Mantissa << (Exponent + bits) : Mantissa >> -(Exponent + bits);

    private static (BigInteger Sin, BigInteger Cos) SinCos(HighPrecision x)
    {
        BigInteger value = x.Fixed(MostReductionBits), quarter = s_pi >> 1;
        BigInteger turns = BigInteger.Divide((value << 1) + (value.Sign * quarter), quarter << 1);
        BigInteger rest = (value - (turns * quarter)) >> (MostReductionBits - Bits);
        var (sin, cos) = Series(rest);
        return (int)(((turns % 4) + 4) % 4) switch { 0 => (sin, cos), 1 => (cos, -sin), 2 => (-sin, -cos), _ => (-cos, sin) };
    }

    private static (BigInteger Sin, BigInteger Cos) Series(BigInteger angle)
    {
        BigInteger sin = 0, cos = 0, term = s_one;
        for (int k = 0; !term.IsZero && term != BigInteger.MinusOne; k++)
        {
            if (k % 2 == 0) cos += k % 4 == 0 ? term : -term;
            else sin += k % 4 == 1 ? term : -term;
            term = (term * angle >> Bits) / (k + 1);
        }
        return (sin, cos);
    }

    private static HighPrecision Exp(BigInteger x)
    {
        BigInteger logTwo = s_logTwo >> (MostReductionBits - Bits), octaves = x / logTwo;
        BigInteger rest = x - (octaves * logTwo), sum = 0, term = s_one;
        for (int k = 1; !term.IsZero && term != BigInteger.MinusOne; k++)
        {
            sum += term;
            term = (term * rest >> Bits) / k;
        }
        return new(sum, (int)octaves - Bits);
    }

    private static BigInteger LogFixed(HighPrecision x)
    {
        int octaves = (int)x.Mantissa.GetBitLength() + x.Exponent;
        BigInteger mantissa = new HighPrecision(x.Mantissa, x.Exponent - octaves).Fixed(Bits);
        double near = Math.Log((double)(mantissa >> (Bits - 60)) / (1L << 60));
        BigInteger ratio = (mantissa << Bits) / Exp(near).Fixed(Bits), difference = ratio - s_one;
        BigInteger sum = 0, power = difference;
        for (int k = 1; k < 10; k++)
        {
            sum += k % 2 == 1 ? power / k : -(power / k);
            power = power * difference >> Bits;
        }
        return Of(near).Fixed(Bits) + sum + (octaves * s_logTwo >> (MostReductionBits - Bits));
    }

    private static HighPrecision Atan2(BigInteger y, BigInteger x, double near)
    {
        var (sin, cos) = SinCos(Of(near));
        BigInteger tangent = (((y * cos) - (x * sin)) << Bits) / ((x * cos) + (y * sin)), square = tangent * tangent >> Bits;
        BigInteger beyond = tangent - (tangent * square >> Bits) / 3 + ((tangent * square >> Bits) * square >> Bits) / 5;
        return new(Of(near).Fixed(Bits) + beyond, -Bits);
    }

    private static BigInteger SquareRoot(BigInteger value)
    {
        if (value.IsZero) return value;
        BigInteger root = BigInteger.One << ((int)(value.GetBitLength() + 1) / 2);
        for (BigInteger next = (root + (value / root)) >> 1; next < root; next = (root + (value / root)) >> 1) root = next;
        return root;
    }

    /// <summary>Machin: π = 16 atan(1/5) − 4 atan(1/239).</summary>
    private static BigInteger ComputePi(int bits) => ((16 * Reciprocal(5, bits + 32, -1)) - (4 * Reciprocal(239, bits + 32, -1))) >> 32;

    /// <summary>ln 2 = 2 artanh(1/3).</summary>
    private static BigInteger ComputeLogTwo(int bits) => (2 * Reciprocal(3, bits + 32, 1)) >> 32;

    /// <summary>Σ signᵏ/((2k + 1) n^(2k + 1)): arc tangent (sign −1) or area tangent (sign 1) of 1/n.</summary>
    private static BigInteger Reciprocal(int n, int bits, int sign)
    {
        BigInteger sum = 0, power = (BigInteger.One << bits) / n;
        for (int k = 0; !power.IsZero; k++)
        {
            sum += (sign < 0 && k % 2 == 1 ? -1 : 1) * (power / ((2 * k) + 1));
            power /= n * n;
        }
        return sum;
    }
}
