using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Plans;

/// <summary>
/// A sequence of blocks without branching, with the layout of the coefficient table that binds it to a row of parameters.
/// </summary>
internal sealed class StraightPlan
{
    private readonly NoisyCircuit _circuit;

    internal StraightPlan(NoisyCircuit circuit, RegisterShape shape, ImmutableArray<PlanBlock> blocks, ImmutableArray<Angle> angles)
    {
        _circuit = circuit;
        Shape = shape;
        SingleSize = shape.IsPure ? UnitaryAlgebra.Entries : AffineAlgebra.Entries;
        MostCorrelations = SingleSize;
        (Blocks, Stages) = StageSchedule.Of(shape, blocks);
        blocks = Blocks;
        Angles = angles;
        SingleParameters = [.. angles.Select(SingleParameter)];
        foreach (PlanBlock block in blocks) Place(block);
        while (FirstWithAngles < blocks.Length && !blocks[FirstWithAngles].HasAngles) FirstWithAngles++;
        UsesHalf = Factors(blocks).Any(static f => f.Map.UsesHalf);
    }

    /// <summary>How the register is stored.</summary>
    internal RegisterShape Shape { get; }

    /// <summary>Coefficients of a one-qubit map.</summary>
    internal int SingleSize { get; }

    /// <summary>The sweeps in order.</summary>
    internal ImmutableArray<PlanBlock> Blocks { get; }

    /// <summary>How the sweeps are cut into parts of a large state.</summary>
    internal ImmutableArray<TileStage> Stages { get; }

    /// <summary>The angles, over the parameters of the circuit.</summary>
    internal ImmutableArray<Angle> Angles { get; }

    /// <summary>For each angle the parameter that it is, −1 if it is more than a parameter.</summary>
    internal ImmutableArray<int> SingleParameters { get; }

    /// <summary>Number of coefficients of all blocks.</summary>
    internal int CoefficientCount { get; private set; }

    /// <summary>Most entries of a core with an angle; what the correlation sums of a gradient need.</summary>
    internal int MostCorrelations { get; private set; }

    /// <summary>Most factors of a chain.</summary>
    internal int LongestChain { get; private set; }

    /// <summary>Largest number of rows of a tile.</summary>
    internal int MostRows { get; private set; } = 4;

    /// <summary>The first block that depends on an angle; the number of blocks if none does.</summary>
    internal int FirstWithAngles { get; }

    /// <summary>True if half angles occur.</summary>
    internal bool UsesHalf { get; }

    /// <summary>The refusal of a row at which an angle is not finite.</summary>
    internal ArgumentException Refusal(ReadOnlySpan<double> row) => FiniteAngles.Refusal(_circuit, row);

    /// <summary>The refusal of a row at which a derivative is not finite.</summary>
    internal ArgumentException SlopeRefusal(ReadOnlySpan<double> row) => FiniteAngles.SlopeRefusal(_circuit, row);

    private void Place(PlanBlock block)
    {
        block.ChainSlots = new int[block.Qubits.Length];
        block.Rows = Shape.Rows(block.Qubits.Length);
        block.Shifts = [.. block.Before.Select(c => !Shape.IsPure && c is { Shifts: true })];
        block.Forms = [.. block.Before.Select(static c => c?.Form ?? ChainForm.None)];
        block.ChainTables = new EntryTable[block.Qubits.Length][];
        int[] single = Shape.IsPure ? UnitaryAlgebra.MapEntries : AffineAlgebra.MapEntries;
        MostRows = Math.Max(MostRows, block.Rows);
        for (int p = 0; p < block.Before.Length; p++)
        {
            if (block.Before[p] is not { } chain) continue;
            block.ChainSlots[p] = CoefficientCount;
            CoefficientCount += SingleSize;
            block.ChainTables[p] = [.. chain.Factors.Select(f => new EntryTable(f, single))];
            LongestChain = Math.Max(LongestChain, chain.Factors.Count);
        }

        if (block.Core is not { } core) return;
        block.Pattern = new SparsePattern(core.Map);
        block.CoreTable = new EntryTable(core, block.Pattern.Entries);
        block.CoreSlot = CoefficientCount;
        CoefficientCount += block.Pattern.Count;
        if (!core.IsConstant) MostCorrelations = Math.Max(MostCorrelations, block.Pattern.Count);
    }

    private static int SingleParameter(Angle angle) =>
        angle.IsAffine && angle.Offset == 0.0 && angle.Terms.Length == 1 && angle.Terms[0].Coefficient == 1.0
            ? angle.Terms[0].Parameter : -1;

    private static IEnumerable<MapFactor> Factors(ImmutableArray<PlanBlock> blocks) =>
        blocks.SelectMany(static b => b.Before.Where(static c => c is not null).SelectMany(static c => c!.Factors)
            .Concat(b.Core is null ? [] : [b.Core]));
}
