using System.Runtime.CompilerServices;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Kernels;

/// <summary>The maps of a block of two qubits, and where its correlations go.</summary>
internal readonly ref struct PairMaps
{
    internal PairMaps(PlanBlock block, ref double table, CorrelationSums? sums)
    {
        Form = block.Forms[0];
        First = ref Unsafe.Add(ref table, block.ChainSlots[0]);
        Second = ref Unsafe.Add(ref table, block.ChainSlots[1]);
        Factors = ref Unsafe.Add(ref table, block.CoreSlot);
        Places = ref block.Pattern!.TransposedColumns[0];
        if (sums is null) return;
        CorrelatesFirst = block.Before[0] is { HasAngles: true };
        CorrelatesSecond = block.Before[1] is { HasAngles: true };
        FirstSums = ref sums.Chain(0);
        SecondSums = ref sums.Chain(1);
    }

    /// <summary>What the chain of the lower qubit is.</summary>
    internal ChainForm Form { get; }

    /// <summary>True if the chain of the lower qubit depends on an angle whose slope is asked.</summary>
    internal bool CorrelatesFirst { get; }

    /// <summary>True if the chain of the higher qubit depends on an angle whose slope is asked.</summary>
    internal bool CorrelatesSecond { get; }

    /// <summary>Coefficients of the chain of the lower qubit.</summary>
    internal readonly ref double First;

    /// <summary>Coefficients of the chain of the higher qubit.</summary>
    internal readonly ref double Second;

    /// <summary>Factors of the permutation.</summary>
    internal readonly ref double Factors;

    /// <summary>Where the permutation puts each row.</summary>
    internal readonly ref int Places;

    /// <summary>Sums of the chain of the lower qubit.</summary>
    internal readonly ref double FirstSums;

    /// <summary>Sums of the chain of the higher qubit.</summary>
    internal readonly ref double SecondSums;
}
