using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using QmlBench.Simulation.Trajectories;

namespace QmlBench.Simulation.Kernels;

/// <summary>Brings the runs of cells of a part together, and back.</summary>
internal static class PartTransfer
{
    /// <summary>Copies a part to contiguous memory.</summary>
    /// <param name="state">The first cell of the part.</param>
    /// <param name="local">Where it goes.</param>
    /// <param name="parts">The runs it is made of.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Gather(ref double state, ref double local, PartWalk parts)
    {
        nint at = 0, mask = parts.Mask, run = parts.Run;
        for (nint done = 0; done < parts.Cells; done += run, at = (at - mask) & mask)
            Copy(ref Cell(ref state, at), ref Cell(ref local, done), run * CellRegister.CellDoubles);
    }

    /// <summary>Copies a part back.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Scatter(ref double local, ref double state, PartWalk parts)
    {
        nint at = 0, mask = parts.Mask, run = parts.Run;
        for (nint done = 0; done < parts.Cells; done += run, at = (at - mask) & mask)
            Copy(ref Cell(ref local, done), ref Cell(ref state, at), run * CellRegister.CellDoubles);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref double Cell(ref double first, nint cell) => ref Unsafe.Add(ref first, cell * CellRegister.CellDoubles);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Copy(ref double source, ref double target, nint count)
    {
        for (nint i = 0; i < count; i += 16)
        {
            Vector512<double> a = Vector512.LoadUnsafe(ref source, (nuint)i), b = Vector512.LoadUnsafe(ref source, (nuint)i + 8);
            a.StoreUnsafe(ref target, (nuint)i);
            b.StoreUnsafe(ref target, (nuint)i + 8);
        }
    }
}
