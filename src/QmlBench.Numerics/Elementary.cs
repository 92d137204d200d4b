namespace QmlBench.Numerics;

/// <summary>Elementary functions whose bits are the same on every machine: the only ones allowed where a result passes through.</summary>
/// <remarks>
/// <para><see cref="Math"/> asks the platform's C library, which differs in the last bit between systems and processors. These use
/// only additions, multiplications, divisions and square roots of IEEE 754 doubles, in a fixed order and without fused
/// multiply-add, and tables computed beforehand with 400 bits. The largest error is below 0.6 units in the last place for every
/// function here (0.51 measured).</para>
/// <para>Method: reduction to a small interval by a table (steps π/64, ln 2/128, 1/64; angles of any size exactly), a short Taylor
/// polynomial, and the leading terms carried as a sum of two doubles (Tang, ACM TOMS 15, 1989; Gal and Bachelis, ACM TOMS 17,
/// 1991).</para>
/// <para>Special values follow IEEE 754-2019 §9.2 (C99 Annex F). The forms over spans give the bits of the scalar forms.</para>
/// </remarks>
public static partial class Elementary
{
    // Added to a number below 2^51 and taken away again it rounds to an integer, ties to even; the integer is in the low bits of the sum.
    private const double RoundingShift = 6755399441055744.0; // 1.5 · 2^52

    /// <summary>2^exponent for −1022 ≤ exponent ≤ 1023.</summary>
    private static double PowerOfTwo(int exponent) => BitConverter.Int64BitsToDouble((long)(exponent + 1023) << 52);
}
