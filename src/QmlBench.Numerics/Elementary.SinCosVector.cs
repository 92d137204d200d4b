using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using QmlBench.Numerics.Tables;

namespace QmlBench.Numerics;

public static partial class Elementary
{
    // The scalar formulas, operation by operation, on four angles; false where one of them is large, no number, or so near to a step
    // that its rest cancels: the scalar way then serves.
    private static bool TrySinCos(Vector256<double> x, out Vector256<double> sine, out Vector256<double> cosine)
    {
        Vector256<double> shifted = (x * StepsPerRadian) + Vector256.Create(RoundingShift);
        Vector256<double> step = shifted - Vector256.Create(RoundingShift);
        Vector256<double> a = x - (step * StepA), b = -(step * StepB);
        Vector256<double> rest = a + b, rounded = rest - a;
        Vector256<double> restTail = (a - (rest - rounded)) + (b - rounded) - (step * StepC);
        Vector256<double> size = Vector256.Abs(x);
        Vector256<double> cancelled = Vector256.AndNot(
            Vector256.LessThan(Vector256.Abs(rest), Vector256.Create(CancelledTooMuch)), Vector256.Equals(step, Vector256<double>.Zero));
        Vector256<double> quick = Vector256.AndNot(Vector256.LessThanOrEqual(size, Vector256.Create(LargestQuickAngle)), cancelled);
        (sine, cosine) = (default, default);
        if (Vector256.ExtractMostSignificantBits(quick) != 0b1111) return false;

        Vector256<double> square = rest * rest;
        Vector256<double> sineMinusAngle = rest * square * (Vector256.Create(-1.0 / 6)
            + (square * (Vector256.Create(1.0 / 120) - (square * (1.0 / 5040)))));
        Vector256<double> cosineMinusOne = square * (Vector256.Create(-0.5) + (square * (Vector256.Create(1.0 / 24)
            + (square * (Vector256.Create(-1.0 / 720) + (square * (1.0 / 40320)))))));
        Vector256<double> large = rest * SplitterOfSines;
        Vector256<double> head = large - (large - rest), tail = (rest - head) + restTail;
        Vector256<long> steps = shifted.AsInt64();
        (Vector256<double> first, Vector256<double> firstTail) = SineEntries(steps, 0);
        (Vector256<double> second, Vector256<double> secondTail) = SineEntries(steps, 32);
        (Vector256<double> third, Vector256<double> thirdTail) = SineEntries(steps, 64);
        sine = Vector256.ConditionalSelect(
            Vector256.LessThan(size, Vector256.Create(Tiny)), x,
            Added(first, firstTail, second, secondTail, rest, head, tail, sineMinusAngle, cosineMinusOne));
        cosine = Added(second, secondTail, third, thirdTail, rest, head, tail, sineMinusAngle, cosineMinusOne);
        return true;
    }

    private const double SplitterOfSines = 134217729.0; // 2^27 + 1, as in DoubleDouble.Split

    // sin(step + angle) by the addition theorem; see SineOfStep.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Added(
        Vector256<double> sineHead, Vector256<double> sineTail, Vector256<double> cosineHead, Vector256<double> cosineTail,
        Vector256<double> angle, Vector256<double> angleHead, Vector256<double> angleTail,
        Vector256<double> sineMinusAngle, Vector256<double> cosineMinusOne)
    {
        Vector256<double> product = cosineHead * angleHead, sum = sineHead + product, sumTail = product - (sum - sineHead);
        Vector256<double> small = ((sineHead + sineTail) * cosineMinusOne) + ((cosineHead + cosineTail) * sineMinusAngle);
        small += (sineTail + (cosineTail * angle)) + (cosineHead * angleTail);
        Vector256<double> rest = sumTail + small, total = sum + rest;
        return total + (rest - (total - sum));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (Vector256<double> Heads, Vector256<double> Tails) SineEntries(Vector256<long> steps, int offset)
    {
        ref double first = ref MemoryMarshal.GetReference(SineTable.Entries);
        Vector128<double> a = Pair(ref first, steps[0], offset), b = Pair(ref first, steps[1], offset);
        Vector128<double> c = Pair(ref first, steps[2], offset), d = Pair(ref first, steps[3], offset);
        return (
            Vector256.Create(Vector128.Create(a[0], b[0]), Vector128.Create(c[0], d[0])),
            Vector256.Create(Vector128.Create(a[1], b[1]), Vector128.Create(c[1], d[1])));
    }

    // Head and tail of one entry stand side by side.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<double> Pair(ref double table, long step, int offset) =>
        Vector128.LoadUnsafe(ref table, (nuint)(2 * (((int)step + offset) & 127)));
}
