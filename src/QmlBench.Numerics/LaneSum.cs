using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace QmlBench.Numerics;

/// <summary>Sums whose bits depend on the numbers alone, not on the width of the processor's vectors or the number of threads.</summary>
/// <remarks>
/// <para>The rule: the numbers are cut into tiles of <see cref="TileLength"/>; in a tile element i is added to partial sum i mod 8
/// in the order of the index; the eight partial sums combine as ((0+4)+(2+6))+((1+5)+(3+7)); the sums of the tiles are added in
/// order. All partial sums start at +0. Products are rounded before they are added; nothing is fused.</para>
/// <para>Eight lanes are one vector of 512 bits, two of 256 or four of 128, so every width computes the very same additions.</para>
/// </remarks>
public static class LaneSum
{
    /// <summary>Elements in a tile.</summary>
    public const int TileLength = 4096;

    /// <summary>Number of partial sums in a tile.</summary>
    public const int Lanes = 8;

    /// <summary>Σ xᵢ by the rule above.</summary>
    /// <param name="x">The numbers; the sum of none is 0.</param>
    /// <returns>The sum.</returns>
    public static double Sum(ReadOnlySpan<double> x) => Tiles<Itself>(x, x);

    /// <summary>Σ aᵢ·bᵢ by the rule above.</summary>
    /// <param name="a">Left factors.</param>
    /// <param name="b">Right factors, as many.</param>
    /// <returns>The inner product.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public static double Dot(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        if (a.Length != b.Length)
            throw new ArgumentException($"An inner product needs spans of one length, but they hold {a.Length} and {b.Length} numbers.");
        return Tiles<Product>(a, b);
    }

    /// <summary>Σ xᵢ² by the rule above.</summary>
    /// <param name="x">The numbers.</param>
    /// <returns>The sum of squares.</returns>
    public static double SumOfSquares(ReadOnlySpan<double> x) => Tiles<Product>(x, x);

    /// <summary>Combines eight partial sums as ((0+4)+(2+6))+((1+5)+(3+7)).</summary>
    /// <param name="lanes">Eight partial sums.</param>
    /// <returns>Their sum.</returns>
    public static double Combine(ReadOnlySpan<double> lanes) =>
        ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));

    private static double Tiles<TTerm>(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
        where TTerm : struct, ITerm
    {
        double sum = 0;
        for (int start = 0; start < a.Length; start += TileLength)
        {
            int length = Math.Min(TileLength, a.Length - start);
            sum += Tile<TTerm>(a.Slice(start, length), b.Slice(start, length));
        }
        return sum;
    }

    private static double Tile<TTerm>(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
        where TTerm : struct, ITerm
    {
        // Vector512 runs as two halves of 256 bits, four of 128 or eight scalars where the processor has nothing wider: same operations.
        var partial = Vector512<double>.Zero;
        int whole = a.Length & ~7;
        var left = MemoryMarshal.Cast<double, Vector512<double>>(a[..whole]);
        var right = MemoryMarshal.Cast<double, Vector512<double>>(b[..whole]);
        for (int i = 0; i < left.Length; i++) partial += TTerm.Of(left[i], right[i]);

        Span<double> lanes = stackalloc double[Lanes];
        partial.CopyTo(lanes);
        for (int i = whole; i < a.Length; i++) lanes[i - whole] += TTerm.Of(a[i], b[i]);
        return Combine(lanes);
    }

    private interface ITerm
    {
        static abstract double Of(double a, double b);

        static abstract Vector512<double> Of(Vector512<double> a, Vector512<double> b);
    }

    private readonly struct Itself : ITerm
    {
        public static double Of(double a, double b) => a;

        public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a;
    }

    private readonly struct Product : ITerm
    {
        public static double Of(double a, double b) => a * b;

        public static Vector512<double> Of(Vector512<double> a, Vector512<double> b) => a * b;
    }
}
