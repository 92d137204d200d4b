using System.Runtime.CompilerServices;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>Single entries of maps that depend on an angle, for all rows of parameters side by side.</summary>
internal static class EntryKernel<TVector, TLanes>
    where TVector : struct
    where TLanes : struct, ILanes<TVector>
{
    /// <summary>Writes one entry of a factor: <c>(((C + A_½ cos θ/2) + B_½ sin θ/2) + A_1 cos θ) + B_1 sin θ</c>, parts that are 0 left out.</summary>
    internal static void Evaluate(MapFactor factor, int entry, AngleTable angles, ref double target)
    {
        double[][] parts = factor.Map.Parts;
        for (int lane = 0; lane < angles.Lanes; lane += TLanes.Width)
        {
            int at = (Math.Max(factor.Angle, 0) * angles.Lanes) + lane;
            TVector value = TLanes.Broadcast(parts[0][entry]);
            value = AddPart(value, parts[1][entry], angles.CosHalf, at);
            value = AddPart(value, parts[2][entry], angles.SinHalf, at);
            value = AddPart(value, parts[3][entry], angles.CosFull, at);
            value = AddPart(value, parts[4][entry], angles.SinFull, at);
            TLanes.Store(value, ref target, (nuint)lane);
        }
    }

    /// <summary>Writes the derivative of one entry by the angle of the factor.</summary>
    internal static void Differentiate(MapFactor factor, int entry, AngleTable angles, ref double target)
    {
        double[][] parts = factor.Map.Parts;
        for (int lane = 0; lane < angles.Lanes; lane += TLanes.Width)
        {
            int at = (factor.Angle * angles.Lanes) + lane;
            TVector value = TLanes.Broadcast(0.0);
            value = AddPart(value, -0.5 * parts[1][entry], angles.SinHalf, at);
            value = AddPart(value, 0.5 * parts[2][entry], angles.CosHalf, at);
            value = AddPart(value, -parts[3][entry], angles.SinFull, at);
            value = AddPart(value, parts[4][entry], angles.CosFull, at);
            TLanes.Store(value, ref target, (nuint)lane);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector AddPart(TVector value, double factor, double[] table, int at) =>
        factor == 0.0 ? value : TLanes.Add(value, TLanes.Multiply(TLanes.Broadcast(factor), TLanes.Load(ref table[0], (nuint)at)));
}
