using System.Numerics;
using QmlBench.Numerics.Tables;

namespace QmlBench.Numerics;

public static partial class Elementary
{
    private const double StepsPerRadian = 20.371832715762604; // 64/π

    // π/64 in three parts; the first two have 33 bits, so that their products with a step number below 2^20 are exact.
    private const double StepA = 0.049087385210441425, StepB = 1.8990939082199894e-12, StepC = 6.319582027487346e-23;
    private const double StepHead = 0.04908738521234052, StepTail = 1.9135106236677394e-18;
    private const double LargestQuickAngle = 32768;
    private const double CancelledTooMuch = 2.9802322387695312e-8; // 2^-25

    /// <summary>Step (any integer, meant modulo 128) and rest with x = step·π/64 + rest modulo 2π, |rest| ≤ π/128 (1 + 2⁻²⁰).</summary>
    private static (int Step, DoubleDouble Remainder) ReduceAngle(double x)
    {
        if (Math.Abs(x) > LargestQuickAngle) return ReduceAngleExactly(x);
        double shifted = (x * StepsPerRadian) + RoundingShift;
        double step = shifted - RoundingShift;
        var rest = DoubleDouble.Sum(x - (step * StepA), -(step * StepB));
        if (Math.Abs(rest.Head) < CancelledTooMuch && step != 0) return ReduceAngleExactly(x);
        return ((int)BitConverter.DoubleToInt64Bits(shifted), new(rest.Head, rest.Tail - (step * StepC)));
    }

    /// <summary>The same for any finite x ≥ 2⁻¹⁰ in size: x/2π modulo 1 as a 192-bit integer (Payne and Hanek, 1983).</summary>
    private static (int Step, DoubleDouble Remainder) ReduceAngleExactly(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x);
        int exponent = (int)((bits >> 52) & 0x7ff) - 1075;
        ulong mantissa = ((ulong)bits & 0x000f_ffff_ffff_ffffUL) | 0x0010_0000_0000_0000UL;

        ulong high = Math.BigMul(mantissa, TurnDigits(exponent + 128), out ulong low);
        UInt128 middle = ((UInt128)mantissa * TurnDigits(exponent + 64)) + high;
        ulong top = (mantissa * TurnDigits(exponent)) + (ulong)(middle >> 64), mid = (ulong)middle;

        int step = (int)((top + (1UL << 56)) >> 57) & 127;
        top -= (ulong)step << 57;
        bool negative = (long)top < 0;
        if (negative) (top, mid, low) = Negated(top, mid, low);
        var rest = StepFraction(top, mid, low) * new DoubleDouble(StepHead, StepTail);
        if (negative) rest = new(-rest.Head, -rest.Tail);
        return x < 0 ? (-step, new(-rest.Head, -rest.Tail)) : (step, rest);
    }

    private static (ulong Top, ulong Mid, ulong Low) Negated(ulong top, ulong mid, ulong low)
    {
        var lower = -new UInt128(mid, low);
        return (~top + (lower == UInt128.Zero ? 1UL : 0UL), (ulong)(lower >> 64), (ulong)lower);
    }

    /// <summary>A 192-bit integer divided by 2¹⁸⁵, to 106 bits.</summary>
    private static DoubleDouble StepFraction(ulong top, ulong mid, ulong low)
    {
        int exponent = -46;
        if (top == 0) (top, mid, low, exponent) = (mid, low, 0, exponent - 64);
        int zeros = BitOperations.LeadingZeroCount(top);
        var leading = new UInt128(top, mid) << zeros;
        if (zeros > 0) leading |= low >> (64 - zeros);
        exponent -= zeros;
        double head = (double)(long)(ulong)(leading >> 75), tail = (double)(long)((ulong)(leading >> 22) & 0x001f_ffff_ffff_ffffUL);
        return new(head * PowerOfTwo(exponent), tail * PowerOfTwo(exponent - 53));
    }

    /// <summary>64 binary digits of 1/(2π) from the given place after the point; zeros before it.</summary>
    private static ulong TurnDigits(int place)
    {
        int word = place >> 6, shift = place & 63;
        ulong first = word < 0 ? 0 : TurnTable.Words[word];
        if (shift == 0) return first;
        ulong second = word + 1 < 0 ? 0 : TurnTable.Words[word + 1];
        return (first << shift) | (second >> (64 - shift));
    }
}
