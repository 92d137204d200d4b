namespace QmlBench.Simulation.Plans;

/// <summary>
/// Consecutive blocks that stay within a few qubits, so that they can be run on one part of a large state after another while it is in
/// cache.
/// </summary>
/// <param name="Qubits">The qubits of a part, ascending; empty if the blocks sweep over the whole state one by one.</param>
/// <param name="First">Number of the first block.</param>
/// <param name="Count">Number of blocks.</param>
internal sealed record TileStage(int[] Qubits, int First, int Count)
{
    /// <summary>True if each block sweeps over the whole state.</summary>
    internal bool IsWhole => Qubits.Length == 0;

    /// <summary>A block on the qubits of a part, by their position in it.</summary>
    internal PlanBlock Local(PlanBlock block) =>
        new([.. block.Qubits.Select(q => Array.IndexOf(Qubits, q))], block.Before, block.Core)
        {
            Pattern = block.Pattern,
            ChainSlots = block.ChainSlots,
            CoreSlot = block.CoreSlot,
            Shifts = block.Shifts,
            Forms = block.Forms,
            Rows = block.Rows,
        };
}
