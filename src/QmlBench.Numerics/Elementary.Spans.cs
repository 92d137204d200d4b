using System.Runtime.Intrinsics;

namespace QmlBench.Numerics;

public static partial class Elementary
{
    /// <summary>Sine of every element.</summary>
    /// <param name="x">Angles in radians.</param>
    /// <param name="destination">At least as long as <paramref name="x"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void Sin(ReadOnlySpan<double> x, Span<double> destination)
    {
        RequireRoom(x.Length, destination.Length);
        for (int i = 0; i < x.Length; i++) destination[i] = Sin(x[i]);
    }

    /// <summary>Cosine of every element.</summary>
    /// <param name="x">Angles in radians.</param>
    /// <param name="destination">At least as long as <paramref name="x"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void Cos(ReadOnlySpan<double> x, Span<double> destination)
    {
        RequireRoom(x.Length, destination.Length);
        for (int i = 0; i < x.Length; i++) destination[i] = Cos(x[i]);
    }

    /// <summary>Sine and cosine of every element.</summary>
    /// <param name="x">Angles in radians.</param>
    /// <param name="sines">At least as long as <paramref name="x"/>; may be the same memory as <paramref name="x"/>.</param>
    /// <param name="cosines">At least as long as <paramref name="x"/>; may be the same memory as <paramref name="x"/>.</param>
    /// <exception cref="ArgumentException">A destination is too short.</exception>
    public static void SinCos(ReadOnlySpan<double> x, Span<double> sines, Span<double> cosines)
    {
        RequireRoom(x.Length, Math.Min(sines.Length, cosines.Length));
        int i = 0;
        if (Vector256.IsHardwareAccelerated)
        {
            for (; i + 4 <= x.Length; i += 4)
            {
                if (TrySinCos(Vector256.Create(x.Slice(i, 4)), out Vector256<double> sine, out Vector256<double> cosine))
                {
                    sine.CopyTo(sines[i..]);
                    cosine.CopyTo(cosines[i..]);
                    continue;
                }

                for (int j = i; j < i + 4; j++) (sines[j], cosines[j]) = SinCos(x[j]);
            }
        }

        for (; i < x.Length; i++) (sines[i], cosines[i]) = SinCos(x[i]);
    }

    /// <summary>Exponential of every element.</summary>
    /// <param name="x">Exponents.</param>
    /// <param name="destination">At least as long as <paramref name="x"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void Exp(ReadOnlySpan<double> x, Span<double> destination)
    {
        RequireRoom(x.Length, destination.Length);
        for (int i = 0; i < x.Length; i++) destination[i] = Exp(x[i]);
    }

    /// <summary>Natural logarithm of every element.</summary>
    /// <param name="x">Arguments.</param>
    /// <param name="destination">At least as long as <paramref name="x"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void Log(ReadOnlySpan<double> x, Span<double> destination)
    {
        RequireRoom(x.Length, destination.Length);
        for (int i = 0; i < x.Length; i++) destination[i] = Log(x[i]);
    }

    /// <summary>Hyperbolic tangent of every element.</summary>
    /// <param name="x">Arguments.</param>
    /// <param name="destination">At least as long as <paramref name="x"/>; may be the same memory.</param>
    /// <exception cref="ArgumentException">The destination is too short.</exception>
    public static void Tanh(ReadOnlySpan<double> x, Span<double> destination)
    {
        RequireRoom(x.Length, destination.Length);
        for (int i = 0; i < x.Length; i++) destination[i] = Tanh(x[i]);
    }

    private static void RequireRoom(int needed, int available)
    {
        if (available < needed)
            throw new ArgumentException($"The destination holds {available} numbers but {needed} are to be written; pass a longer span.");
    }
}
