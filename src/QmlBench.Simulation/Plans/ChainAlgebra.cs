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
    private readonly int[] _chainEntries;

    internal ChainAlgebra(StraightPlan plan, int lanes, int widest)
    {
        _lanes = lanes;
        _kernel = SweepChoice.Algebra(lanes, plan.Shape.IsPure, widest);
        Size = _kernel.Entries;
        _chainEntries = _kernel.MapEntries.ToArray();
        int length = Math.Max(1, plan.LongestChain);
        _factors = new AlignedBuffer(length * Size * lanes);
        _prefixes = new AlignedBuffer(length * Size * lanes);
        _work = new AlignedBuffer(4 * Size * lanes);
        _values = new double[Math.Max(plan.MostCorrelations, Size) * lanes];
    }

    private int Size { get; }

    /// <summary>Computes the coefficients of a block.</summary>
    internal void Bind(PlanBlock block, AngleTable angles, AlignedBuffer table)
    {
        for (int p = 0; p < block.Before.Length; p++)
        {
            if (block.Before[p] is { } chain) BindChain(chain, angles, ref At(table, block.ChainSlots[p]));
        }

        if (block.Core is not { } core) return;
        int[] entries = block.Pattern!.Entries;
        for (int k = 0; k < entries.Length; k++) _kernel.EvaluateEntry(core, entries[k], angles, ref At(table, block.CoreSlot + k));
    }

    /// <summary>Adds the slopes of the angles of a block.</summary>
    internal void AddSlopes(PlanBlock block, AngleTable angles, CorrelationSums sums, Span<double> slopes)
    {
        for (int p = 0; p < block.Before.Length; p++)
        {
            if (block.Before[p] is not { HasAngles: true } chain) continue;
            sums.Combine(ref sums.Chain(p), Size, _work.Span);
            AddChainSlopes(chain, angles, slopes);
        }

        if (block.Core is not { IsConstant: false } core) return;
        sums.Combine(ref sums.Core, block.Pattern!.Count, _values);
        AddSlope(core, block.Pattern.Entries, angles, _values, slopes);
    }

    private void BindChain(FactorChain chain, AngleTable angles, ref double target)
    {
        int count = chain.Factors.Count;
        if (count == 1)
        {
            _kernel.Evaluate(chain.Factors[0], angles, ref target);
            return;
        }

        _kernel.Evaluate(chain.Factors[0], angles, ref At(_prefixes, 0));
        for (int f = 1; f < count; f++)
        {
            _kernel.Evaluate(chain.Factors[f], angles, ref At(_factors, 0));
            ref double product = ref f == count - 1 ? ref target : ref At(_prefixes, f * Size);
            _kernel.Multiply(ref At(_factors, 0), ref At(_prefixes, (f - 1) * Size), ref product, _lanes);
        }
    }

    // The slope of the product stands in _work[0]. From the last factor to the first: slope of a factor = slope · prefixᵀ, then slope = factorᵀ · slope.
    private void AddChainSlopes(FactorChain chain, AngleTable angles, Span<double> slopes)
    {
        int count = chain.Factors.Count;
        for (int f = 0; f < count; f++) _kernel.Evaluate(chain.Factors[f], angles, ref At(_factors, f * Size));
        for (int f = 1; f < count; f++)
        {
            ref double first = ref f == 1 ? ref At(_factors, 0) : ref At(_prefixes, (f - 1) * Size);
            if (f < count - 1) _kernel.Multiply(ref At(_factors, f * Size), ref first, ref At(_prefixes, f * Size), _lanes);
        }

        for (int f = count - 1; f >= 0; f--)
        {
            MapFactor factor = chain.Factors[f];
            ref double own = ref At(_work, 0);
            if (f > 0)
            {
                own = ref At(_work, Size);
                ref double prefix = ref f == 1 ? ref At(_factors, 0) : ref At(_prefixes, (f - 1) * Size);
                _kernel.SlopeOfSecond(ref At(_work, 0), ref prefix, ref own, _lanes);
            }

            if (!factor.IsConstant) AddSlope(factor, _chainEntries, angles, _work.Span[(f > 0 ? Size * _lanes : 0)..], slopes);
            if (f == 0) break;
            _kernel.SlopeOfFirst(ref At(_factors, f * Size), ref At(_work, 0), ref At(_work, 2 * Size), _lanes);
            _work.Span.Slice(2 * Size * _lanes, Size * _lanes).CopyTo(_work.Span);
        }
    }

    // Σ correlation · derivative over the entries, in their order.
    private void AddSlope(MapFactor factor, int[] entries, AngleTable angles, ReadOnlySpan<double> correlations, Span<double> slopes)
    {
        Span<double> derivative = stackalloc double[8];
        Span<double> target = slopes.Slice(factor.Angle * _lanes, _lanes);
        for (int k = 0; k < entries.Length; k++)
        {
            if (factor.Map.IsFixed(entries[k])) continue;
            _kernel.DifferentiateEntry(factor, entries[k], angles, ref derivative[0]);
            for (int lane = 0; lane < _lanes; lane++) target[lane] += derivative[lane] * correlations[(k * _lanes) + lane];
        }
    }

    private ref double At(AlignedBuffer buffer, int slot) => ref Unsafe.Add(ref buffer.First, slot * _lanes);
}
