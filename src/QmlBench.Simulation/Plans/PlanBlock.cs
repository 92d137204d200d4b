using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Plans;

/// <summary>
/// One sweep over the state: on k qubits (1 to 3), first a chain of one-qubit maps on each, then one map of all k.
/// </summary>
internal sealed class PlanBlock
{
    internal PlanBlock(int[] ascendingQubits, FactorChain?[] before, MapFactor? core)
    {
        Qubits = ascendingQubits;
        Before = before;
        Core = core;
    }

    /// <summary>The qubits, ascending.</summary>
    internal int[] Qubits { get; }

    /// <summary>For each qubit its chain, or null.</summary>
    internal FactorChain?[] Before { get; }

    /// <summary>The map of all qubits, or null. Replaced while the plan grows.</summary>
    internal MapFactor? Core { get; set; }

    /// <summary>Entries of the core; set when the plan is complete.</summary>
    internal SparsePattern? Pattern { get; set; }

    /// <summary>For each chain whether it moves the centre; set when the plan is complete.</summary>
    internal bool[] Shifts { get; set; } = [];

    /// <summary>For each chain what it comes to; set when the plan is complete.</summary>
    internal ChainForm[] Forms { get; set; } = [];

    /// <summary>True if the block is what <see cref="PairKernel{TCoefficients}"/> does: a chain on the higher of two qubits,
    /// perhaps one on the lower, and a permutation.</summary>
    internal bool IsPair => Before.Length == 2 && Forms[1] != ChainForm.None && Pattern is { IsPermutation: true };

    /// <summary>For each chain the entries of its factors; set when the plan is complete.</summary>
    internal EntryTable[][] ChainTables { get; set; } = [];

    /// <summary>The entries of the core; set when the plan is complete.</summary>
    internal EntryTable? CoreTable { get; set; }

    /// <summary>Number of the first coefficient of each chain in the table.</summary>
    internal int[] ChainSlots { get; set; } = [];

    /// <summary>Number of the first coefficient of the core in the table.</summary>
    internal int CoreSlot { get; set; }

    /// <summary>Position of the last chain, −1 if there is none.</summary>
    internal int LastChain => Array.FindLastIndex(Before, static c => c is not null);

    /// <summary>Position of the first chain, −1 if there is none.</summary>
    internal int FirstChain => Array.FindIndex(Before, static c => c is not null);

    /// <summary>Position of the last chain that depends on an angle; behind all chains if the core does.</summary>
    internal int LastCorrelated =>
        Core is { IsConstant: false } ? Before.Length : Array.FindLastIndex(Before, static c => c is { HasAngles: true });

    /// <summary>True if some map of the block depends on an angle.</summary>
    internal bool HasAngles => Core is { IsConstant: false } || Array.Exists(Before, static c => c is { HasAngles: true });

    /// <summary>Number of rows of a tile; set when the plan is complete.</summary>
    internal int Rows { get; set; }
}
