using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Plans;

/// <summary>
/// A plan bound to one row of parameters, or to eight side by side: its coefficients and working memory. Used by one thread at a time.
/// </summary>
internal sealed class PlanRunner
{
    private readonly BlockGeometry[] _geometries;
    private readonly IBlockSweep[] _sweeps;
    private readonly AngleTable _angles;
    private readonly AlignedBuffer _table;
    private SweepMemory[] _memories;
    private readonly CorrelationSums _sums;
    private readonly ChainAlgebra _algebra;
    private readonly StageRunner[] _stages;

    // Doubles of a state below which a second thread costs more than it gives.
    private const int LeastShared = 1 << 19;

    /// <summary>Whether threads share one state of so many doubles; with smaller ones each thread has rows of its own.</summary>
    internal static bool SharesState(long length) => length >= LeastShared;

    internal PlanRunner(StraightPlan plan, int lanes)
        : this(plan, lanes, SweepChoice.Widest)
    {
    }

    /// <summary>A runner restricted to vectors of at most <paramref name="widest"/> doubles: tests compare widths.</summary>
    internal PlanRunner(StraightPlan plan, int lanes, int widest)
    {
        Plan = plan;
        Lanes = lanes;
        var geometries = new GeometryTable(plan.Shape, lanes, RegisterLayout.Plain);
        _geometries = [.. plan.Blocks.Select(b => geometries.Of(b.Qubits))];
        _sweeps = [.. _geometries.Select((g, b) => SweepChoice.For(plan.Blocks[b], g, plan.Shape.IsPure, widest))];
        _angles = new AngleTable(plan.Angles.Length, lanes);
        _table = new AlignedBuffer(Math.Max(1, plan.CoefficientCount) * lanes);
        _sums = new CorrelationSums(plan.SingleSize, plan.MostCorrelations, lanes);
        _algebra = new ChainAlgebra(plan, lanes, widest);
        foreach (PlanBlock block in plan.Blocks) _algebra.BindConstants(block, _angles, _table);
        _stages = [.. plan.Stages.Select(s => new StageRunner(plan, s, lanes, widest))];
        _memories = [NewMemory()];
    }

    /// <summary>The plan.</summary>
    internal StraightPlan Plan { get; }

    /// <summary>Rows side by side: 1 or 8.</summary>
    internal int Lanes { get; }

    /// <summary>Computes all coefficients for the given rows.</summary>
    internal void Bind(ReadOnlySpan<double> rows, int columns)
    {
        _angles.Fill(Plan, rows, columns);
        foreach (PlanBlock block in Plan.Blocks) _algebra.Bind(block, _angles, _table);
    }

    /// <summary>Runs all blocks in place.</summary>
    /// <param name="state">The state.</param>
    /// <param name="threads">Threads to share a large state among; small ones stay on one.</param>
    internal void Forward(AlignedBuffer state, int threads)
    {
        int shares = SharesState(state.Length) ? Math.Max(1, threads) : 1;
        if (_memories.Length < shares)
            _memories = [.. _memories, .. Enumerable.Range(_memories.Length, shares - _memories.Length).Select(_ => NewMemory())];
        for (int s = 0; s < _stages.Length; s++) _stages[s].Forward(state, _table, _memories.AsSpan(0, shares));
    }

    /// <summary>Runs one block from one state to another.</summary>
    internal void Forward(int b, AlignedBuffer source, AlignedBuffer target)
    {
        PlanBlock block = Plan.Blocks[b];
        BlockGeometry geometry = _geometries[b];
        _sweeps[b].Forward(
            block, geometry, geometry, ref source.First, ref target.First, ref _table.First, _memories[0].Tiles, 0, geometry.Rest);
    }

    /// <summary>Moves an effect backward through all blocks, in place.</summary>
    internal void Transposed(AlignedBuffer effect)
    {
        for (int b = Plan.Blocks.Length - 1; b >= 0; b--) Transposed(b, effect);
    }

    /// <summary>Moves an effect backward through one block and adds the slopes of its angles.</summary>
    /// <param name="b">Number of the block.</param>
    /// <param name="states">The states before the blocks.</param>
    /// <param name="effect">The effect after it; becomes the one before it.</param>
    /// <param name="slopes">Slope of each angle, by angle and row; added to.</param>
    internal void Gradient(int b, StateTape states, AlignedBuffer effect, Span<double> slopes)
    {
        PlanBlock block = Plan.Blocks[b];
        if (!block.HasAngles)
        {
            Transposed(b, effect);
            return;
        }

        _sums.Clear();
        BlockGeometry geometry = _geometries[b];
        _sweeps[b].Gradient(block, geometry, ref states.Before(b).First, ref effect.First, ref _table.First, _memories[0].Tiles, _sums);

        _algebra.AddSlopes(block, _angles, _sums, slopes);
    }

    private void Transposed(int b, AlignedBuffer effect)
    {
        PlanBlock block = Plan.Blocks[b];
        BlockGeometry geometry = _geometries[b];
        _sweeps[b].Transposed(block, geometry, ref effect.First, ref _table.First, _memories[0].Tiles);
    }

    private SweepMemory NewMemory() => new(Plan.MostRows, _stages.Max(static s => s.PartLength));
}
