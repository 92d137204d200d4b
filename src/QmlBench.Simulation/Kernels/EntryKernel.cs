using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>Entries of maps that depend on an angle: their values, and the slope of the angle from the slopes of the entries.</summary>
/// <remarks>
/// Value <c>(((C + A_½ cos θ/2) + B_½ sin θ/2) + A_1 cos θ) + B_1 sin θ</c>, each addition fused; the half or the full angle left out
/// where the map has none.
/// </remarks>
internal static class EntryKernel<TVector, TLanes>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    /// <summary>Writes all entries, for all rows of parameters side by side.</summary>
    internal static void Evaluate(EntryTable table, AngleTable angles, ref double target)
    {
        if (angles.Lanes == 1) EvaluateSingle(table, angles, ref target);
        else EvaluateRows(table, angles, ref target);
    }

    /// <summary>Adds Σ correlation · derivative over the entries, in their order, to the slopes of each row.</summary>
    internal static void AddSlopes(EntryTable table, AngleTable angles, ref double correlations, ref double slopes)
    {
        int n = table.Count, lanes = angles.Lanes;
        if (lanes == 1 && n % Lanes4.Width == 0 && Vector256.IsHardwareAccelerated)
        {
            AddSlopesSingle(table, angles, ref correlations, ref slopes);
            return;
        }

        ref double parts = ref table.Parts[0];
        for (int lane = 0; lane < lanes; lane += TLanes.Width)
        {
            nuint at = (nuint)((table.Angle * lanes) + lane);
            TVector minusHalf = TLanes.Broadcast(-0.5);
            TVector half = TLanes.Broadcast(0.5);
            TVector zero = TLanes.Broadcast(0.0);
            TVector minus = TLanes.Broadcast(-1.0);
            TVector sinHalf = TLanes.Multiply(minusHalf, TLanes.Load(ref angles.SinHalf[0], at));
            TVector cosHalf = TLanes.Multiply(half, TLanes.Load(ref angles.CosHalf[0], at));
            TVector sinFull = TLanes.Multiply(minus, TLanes.Load(ref angles.SinFull[0], at));
            TVector cosFull = TLanes.Load(ref angles.CosFull[0], at);
            TVector sum = zero;
            for (int e = 0; e < n; e++)
            {
                TVector slope = zero;
                if (table.UsesHalf)
                {
                    slope = TLanes.MultiplyAdd(sinHalf, TLanes.Broadcast(Unsafe.Add(ref parts, n + e)), slope);
                    slope = TLanes.MultiplyAdd(cosHalf, TLanes.Broadcast(Unsafe.Add(ref parts, (2 * n) + e)), slope);
                }

                if (table.UsesFull)
                {
                    slope = TLanes.MultiplyAdd(sinFull, TLanes.Broadcast(Unsafe.Add(ref parts, (3 * n) + e)), slope);
                    slope = TLanes.MultiplyAdd(cosFull, TLanes.Broadcast(Unsafe.Add(ref parts, (4 * n) + e)), slope);
                }

                sum = TLanes.MultiplyAdd(slope, TLanes.Load(ref correlations, (nuint)((e * lanes) + lane)), sum);
            }

            TLanes.Store(TLanes.Add(TLanes.Load(ref slopes, at), sum), ref slopes, at);
        }
    }

    // One row: the slopes of four entries at a time, added one after another.
    private static void AddSlopesSingle(EntryTable table, AngleTable angles, ref double correlations, ref double slopes)
    {
        int n = table.Count, angle = table.Angle;
        ref double parts = ref table.Parts[0];
        double sum = 0.0;
        Vector256<double> sinHalf = Vector256.Create(-0.5 * angles.SinHalf[angle]), cosHalf = Vector256.Create(0.5 * angles.CosHalf[angle]);
        Vector256<double> sinFull = Vector256.Create(-1.0 * angles.SinFull[angle]), cosFull = Vector256.Create(angles.CosFull[angle]);
        for (int e = 0; e < n; e += Lanes4.Width)
        {
            Vector256<double> slope = Vector256<double>.Zero;
            if (table.UsesHalf)
            {
                slope = Lanes4.MultiplyAdd(sinHalf, Vector256.LoadUnsafe(ref parts, (nuint)(n + e)), slope);
                slope = Lanes4.MultiplyAdd(cosHalf, Vector256.LoadUnsafe(ref parts, (nuint)((2 * n) + e)), slope);
            }

            if (table.UsesFull)
            {
                slope = Lanes4.MultiplyAdd(sinFull, Vector256.LoadUnsafe(ref parts, (nuint)((3 * n) + e)), slope);
                slope = Lanes4.MultiplyAdd(cosFull, Vector256.LoadUnsafe(ref parts, (nuint)((4 * n) + e)), slope);
            }

            for (int i = 0; i < Lanes4.Width; i++)
                sum = Math.FusedMultiplyAdd(slope.GetElement(i), Unsafe.Add(ref correlations, e + i), sum);
        }

        Unsafe.Add(ref slopes, angle) += sum;
    }

    private static void EvaluateRows(EntryTable table, AngleTable angles, ref double target)
    {
        int n = table.Count, lanes = angles.Lanes;
        ref double parts = ref table.Parts[0];
        for (int lane = 0; lane < lanes; lane += TLanes.Width)
        {
            nuint at = (nuint)((Math.Max(table.Angle, 0) * lanes) + lane);
            TVector zero = TLanes.Broadcast(0.0), cosHalf = zero, sinHalf = zero, cosFull = zero, sinFull = zero;
            if (table.UsesHalf) (cosHalf, sinHalf) = (TLanes.Load(ref angles.CosHalf[0], at), TLanes.Load(ref angles.SinHalf[0], at));
            if (table.UsesFull) (cosFull, sinFull) = (TLanes.Load(ref angles.CosFull[0], at), TLanes.Load(ref angles.SinFull[0], at));
            for (int e = 0; e < n; e++)
            {
                TVector value = TLanes.Broadcast(Unsafe.Add(ref parts, e));
                if (table.UsesHalf)
                {
                    value = TLanes.MultiplyAdd(cosHalf, TLanes.Broadcast(Unsafe.Add(ref parts, n + e)), value);
                    value = TLanes.MultiplyAdd(sinHalf, TLanes.Broadcast(Unsafe.Add(ref parts, (2 * n) + e)), value);
                }

                if (table.UsesFull)
                {
                    value = TLanes.MultiplyAdd(cosFull, TLanes.Broadcast(Unsafe.Add(ref parts, (3 * n) + e)), value);
                    value = TLanes.MultiplyAdd(sinFull, TLanes.Broadcast(Unsafe.Add(ref parts, (4 * n) + e)), value);
                }

                TLanes.Store(value, ref target, (nuint)((e * lanes) + lane));
            }
        }
    }

    // One row: the vectors run over the entries.
    private static void EvaluateSingle(EntryTable table, AngleTable angles, ref double target)
    {
        int e = 0;
        if (Vector256.IsHardwareAccelerated)
            for (; e + Lanes4.Width <= table.Count; e += Lanes4.Width)
                EvaluateSingle<Vector256<double>, Lanes4>(table, angles, e, ref target);
        for (; e < table.Count; e++) EvaluateSingle<double, Lanes1>(table, angles, e, ref target);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void EvaluateSingle<TWide, TWideLanes>(EntryTable table, AngleTable angles, int e, ref double target)
        where TWide : struct
        where TWideLanes : struct, ILanes<TWide>
    {
        int n = table.Count, angle = Math.Max(table.Angle, 0);
        ref double parts = ref table.Parts[0];
        TWide value = TWideLanes.Load(ref parts, (nuint)e);
        if (table.UsesHalf)
        {
            value = TWideLanes.MultiplyAdd(TWideLanes.Broadcast(angles.CosHalf[angle]), TWideLanes.Load(ref parts, (nuint)(n + e)), value);
            value = TWideLanes.MultiplyAdd(
                TWideLanes.Broadcast(angles.SinHalf[angle]), TWideLanes.Load(ref parts, (nuint)((2 * n) + e)), value);
        }

        if (table.UsesFull)
        {
            value = TWideLanes.MultiplyAdd(
                TWideLanes.Broadcast(angles.CosFull[angle]), TWideLanes.Load(ref parts, (nuint)((3 * n) + e)), value);
            value = TWideLanes.MultiplyAdd(
                TWideLanes.Broadcast(angles.SinFull[angle]), TWideLanes.Load(ref parts, (nuint)((4 * n) + e)), value);
        }

        TWideLanes.Store(value, ref target, (nuint)e);
    }
}
