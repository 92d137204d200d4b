using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using QmlBench.Numerics;

namespace QmlBench.Simulation.Kernels;

/// <summary>
/// Several dot products at once, each with the bits of <see cref="LaneSum.Dot"/>: their chains of additions run side by side.
/// </summary>
internal static class DotKernel
{
    private const int Lanes = LaneSum.Lanes;

    /// <summary>True if the vectors are short and even enough for the kernel; else one product after another does it.</summary>
    internal static bool Takes(int length) => length <= LaneSum.TileLength && length % Lanes == 0;

    /// <summary>sums[j] = left · right_j for four vectors that follow one another.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Four(ReadOnlySpan<double> left, ReadOnlySpan<double> rights, Span<double> sums)
    {
        int length = left.Length;
        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(rights);
        Vector512<double> first = Vector512<double>.Zero, second = first, third = first, fourth = first;
        for (nuint i = 0; i < (nuint)length; i += Lanes)
        {
            Vector512<double> x = Vector512.LoadUnsafe(ref a, i);
            first += x * Vector512.LoadUnsafe(ref b, i);
            second += x * Vector512.LoadUnsafe(ref b, i + (nuint)length);
            third += x * Vector512.LoadUnsafe(ref b, i + (nuint)(2 * length));
            fourth += x * Vector512.LoadUnsafe(ref b, i + (nuint)(3 * length));
        }

        // All are stored before the first is combined: a value that lives across a call would be kept in memory inside the loop too.
        Span<double> parts = stackalloc double[4 * Lanes];
        first.CopyTo(parts);
        second.CopyTo(parts[Lanes..]);
        third.CopyTo(parts[(2 * Lanes)..]);
        fourth.CopyTo(parts[(3 * Lanes)..]);
        for (int j = 0; j < 4; j++) sums[j] = LaneSum.Combine(parts.Slice(j * Lanes, Lanes));
    }

    /// <summary>|⟨right|left⟩|² of two states of real, then imaginary parts.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static double SquaredOverlap(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        nuint half = (nuint)left.Length / 2;
        ref double a = ref MemoryMarshal.GetReference(left);
        ref double b = ref MemoryMarshal.GetReference(right);
        Vector512<double> realReal = Vector512<double>.Zero, crossed = realReal, imaginaryImaginary = realReal, crossedBack = realReal;
        for (nuint i = 0; i < half; i += Lanes)
        {
            Vector512<double> ar = Vector512.LoadUnsafe(ref a, i), ai = Vector512.LoadUnsafe(ref a, i + half);
            Vector512<double> br = Vector512.LoadUnsafe(ref b, i), bi = Vector512.LoadUnsafe(ref b, i + half);
            realReal += ar * br;
            imaginaryImaginary += ai * bi;
            crossed += ar * bi;
            crossedBack += ai * br;
        }

        Span<double> parts = stackalloc double[4 * Lanes];
        realReal.CopyTo(parts);
        imaginaryImaginary.CopyTo(parts[Lanes..]);
        crossed.CopyTo(parts[(2 * Lanes)..]);
        crossedBack.CopyTo(parts[(3 * Lanes)..]);
        double real = LaneSum.Combine(parts[..Lanes]) + LaneSum.Combine(parts.Slice(Lanes, Lanes));
        double imaginary = LaneSum.Combine(parts.Slice(2 * Lanes, Lanes)) - LaneSum.Combine(parts[(3 * Lanes)..]);
        return (real * real) + (imaginary * imaginary);
    }
}
