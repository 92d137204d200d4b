using System.Runtime.CompilerServices;
using QmlBench.Simulation.Kernels;

namespace QmlBench.Simulation.Plans;

/// <summary>Binds the maps of a block to angles, and turns correlations into slopes of angles.</summary>
internal sealed class ChainAlgebra
{
    private readonly int _lanes;
    private readonly IChainAlgebra _kernel;
    private readonly AlignedBuffer _factors;
    private readonly AlignedBuffer _prefixes;
    private readonly AlignedBuffer _work;
    private readonly double[] _values;

    internal ChainAlgebra(StraightPlan plan, int lanes, int widest)
    {
        _lanes = lanes;
        _kernel = SweepChoice.Algebra(lanes, plan.Shape.IsPure, widest);
        Size = _kernel.Entries;
        int length = Math.Max(1, plan.LongestChain);
        _factors = new AlignedBuffer(length * Size * lanes);
        _prefixes = new AlignedBuffer(length * Size * lanes);
        _work = new AlignedBuffer(4 * Size * lanes);
        _values = new double[Math.Max(plan.MostCorrelations, Size) * lanes];
    }

    private int Size { get; }

    /// <summary>Computes the coefficients of a block that depend on angles.</summary>
    internal void Bind(PlanBlock block, AngleTable angles, AlignedBuffer table)
    {
        for (int p = 0; p < block.Before.Length; p++)
            if (block.Before[p] is { HasAngles: true }) BindChain(block.ChainTables[p], angles, ref At(table, block.ChainSlots[p]));
        if (block.Core is { IsConstant: false }) _kernel.Evaluate(block.CoreTable!, angles, ref At(table, block.CoreSlot));
    }

    /// <summary>Computes the coefficients of a block that never change.</summary>
    internal void BindConstants(PlanBlock block, AngleTable angles, AlignedBuffer table)
    {
        for (int p = 0; p < block.Before.Length; p++)
            if (block.Before[p] is { HasAngles: false }) BindChain(block.ChainTables[p], angles, ref At(table, block.ChainSlots[p]));
        if (block.Core is { IsConstant: true }) _kernel.Evaluate(block.CoreTable!, angles, ref At(table, block.CoreSlot));
    }

    /// <summary>Adds the slopes of the angles of a block.</summary>
    internal void AddSlopes(PlanBlock block, AngleTable angles, CorrelationSums sums, Span<double> slopes)
    {
        for (int p = 0; p < block.Before.Length; p++)
        {
            if (block.Before[p] is not { HasAngles: true }) continue;
            sums.Combine(ref sums.Chain(p), Size, _work.Span);
            AddChainSlopes(block.ChainTables[p], angles, slopes);
        }

        if (block.Core is not { IsConstant: false }) return;
        sums.Combine(ref sums.Core, block.Pattern!.Count, _values);
        _kernel.AddSlopes(block.CoreTable!, angles, ref _values[0], ref slopes[0]);
    }

    private void BindChain(EntryTable[] factors, AngleTable angles, ref double target)
    {
        int count = factors.Length;
        if (count == 1)
        {
            _kernel.Evaluate(factors[0], angles, ref target);
            return;
        }

        _kernel.Evaluate(factors[0], angles, ref At(_prefixes, 0));
        for (int f = 1; f < count; f++)
        {
            _kernel.Evaluate(factors[f], angles, ref At(_factors, 0));
            ref double product = ref f == count - 1 ? ref target : ref At(_prefixes, f * Size);
            _kernel.Multiply(ref At(_factors, 0), ref At(_prefixes, (f - 1) * Size), ref product, _lanes);
        }
    }

    // The slope of the product stands in _work[0]. From the last factor to the first: slope of a factor = slope · prefixᵀ, then slope =
    // factorᵀ · slope.
    private void AddChainSlopes(EntryTable[] factors, AngleTable angles, Span<double> slopes)
    {
        int count = factors.Length;
        for (int f = 0; f < count; f++) _kernel.Evaluate(factors[f], angles, ref At(_factors, f * Size));
        for (int f = 1; f < count; f++)
        {
            ref double first = ref f == 1 ? ref At(_factors, 0) : ref At(_prefixes, (f - 1) * Size);
            if (f < count - 1) _kernel.Multiply(ref At(_factors, f * Size), ref first, ref At(_prefixes, f * Size), _lanes);
        }

        for (int f = count - 1; f >= 0; f--)
        {
            EntryTable factor = factors[f];
            ref double own = ref At(_work, 0);
            if (f > 0)
            {
                own = ref At(_work, Size);
                ref double prefix = ref f == 1 ? ref At(_factors, 0) : ref At(_prefixes, (f - 1) * Size);
                _kernel.SlopeOfSecond(ref At(_work, 0), ref prefix, ref own, _lanes);
            }

            if (factor.Angle >= 0) _kernel.AddSlopes(factor, angles, ref own, ref slopes[0]);
            if (f == 0) break;
            _kernel.SlopeOfFirst(ref At(_factors, f * Size), ref At(_work, 0), ref At(_work, 2 * Size), _lanes);
            _work.Span.Slice(2 * Size * _lanes, Size * _lanes).CopyTo(_work.Span);
        }
    }

    private ref double At(AlignedBuffer buffer, int slot) => ref Unsafe.Add(ref buffer.First, slot * _lanes);
}
