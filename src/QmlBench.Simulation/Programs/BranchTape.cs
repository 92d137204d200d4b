using System.Collections.Immutable;
using System.Numerics;
using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>Derivatives of a program that branches over records: the states of all branches before each stage, and their effects.</summary>
/// <remarks>
/// The unnormalised states of the branches together depend linearly on those before each stage: a stretch acts on each branch that meets
/// its condition, a measurement splits, branches that differ in bits no one reads are added. Backward each of these is transposed: the
/// effect of a sum goes to all its terms, and the projection of a measurement is its own transpose.
/// </remarks>
internal sealed class BranchTape : IGradientTape
{
    private readonly RowWorker _worker;
    private readonly ImmutableArray<ProgramStage> _stages;
    private readonly SortedList<ulong, AlignedBuffer>[] _before;
    private readonly GradientWorker?[] _stretches;
    private readonly double[][] _slopes;
    private readonly AlignedBuffer _half;
    private double[] _asked = [];

    internal BranchTape(RowWorker worker, ImmutableArray<ProgramStage> stages, IReadOnlyList<PlanRunner?> runners)
    {
        (_worker, _stages) = (worker, stages);
        _before = [.. stages.Select(static _ => new SortedList<ulong, AlignedBuffer>())];
        _stretches = [.. runners.Select(r => r is null ? null : new GradientWorker(r, Budget(stages)))];
        _slopes = [.. _stretches.Select(static s => s is null ? [] : new double[s.Slopes.Length])];
        (Effect, _half) = (worker.Take(), worker.Take());
    }

    /// <summary>
    /// Most states that are held for a program: one for each branch before each stage, its effect, and what the stretches keep.
    /// </summary>
    internal static double MostStates(ImmutableArray<ProgramStage> stages, int lanes)
    {
        double ofStretches = stages.OfType<PlanStage>().Sum(s => StateTape.PlacesFor(s.Plan, lanes, Budget(stages)) + 1.0);
        return ofStretches + OfBranches(stages);
    }

    // Stretches share half of the memory.
    private static long Budget(ImmutableArray<ProgramStage> stages) => DensityProgram.GradientMemory / (2 * stages.Length);

    private static double OfBranches(ImmutableArray<ProgramStage> stages)
    {
        double branches = 1.0, states = 2.0;
        foreach (ProgramStage stage in stages)
        {
            states += branches;
            if (stage is MeasureStage) branches *= 2.0;
            branches = Math.Min(branches, Math.ScaleB(1.0, BitOperations.PopCount(stage.LiveAfter)));
            states = Math.Max(states, 2.0 * branches);
        }

        return states;
    }

    /// <inheritdoc/>
    public int Lanes => _worker.Lanes;

    /// <inheritdoc/>
    public AlignedBuffer State => _worker.Branches.GetValueAtIndex(0);

    /// <inheritdoc/>
    public AlignedBuffer Effect { get; }

    /// <inheritdoc/>
    public Span<double> RowSlopes(int count)
    {
        if (_asked.Length < count) _asked = new double[count];
        return _asked.AsSpan(0, count);
    }

    /// <inheritdoc/>
    public void Forward()
    {
        foreach (SortedList<ulong, AlignedBuffer> states in _before) Release(states);
        _worker.Run(Keep);
    }

    /// <inheritdoc/>
    public void Backward()
    {
        foreach (double[] slopes in _slopes) Array.Clear(slopes);
        AlignedBuffer last = _worker.Take();
        Effect.Span.CopyTo(last.Span);
        var effects = new SortedList<ulong, AlignedBuffer> { [_worker.Branches.GetKeyAtIndex(0)] = last };
        for (int s = _stages.Length - 1; s >= 0; s--)
        {
            SortedList<ulong, AlignedBuffer> earlier = _stages[s] is MeasureStage measure
                ? BeforeMeasurement(measure, s, effects)
                : BeforeStretch((PlanStage)_stages[s], s, effects);
            Release(effects);
            effects = earlier;
        }

        Release(effects);
    }

    /// <inheritdoc/>
    public void WriteGradients(ReadOnlySpan<double> rows, Span<double> target, int columns, int stride, int rowCount)
    {
        AngleSlopes.Clear(target, columns, stride, rowCount);
        for (int s = 0; s < _stages.Length; s++)
        {
            if (_stages[s] is PlanStage stage)
                AngleSlopes.Add(stage.Plan, _slopes[s], Lanes, rows, target, columns, stride, rowCount);
        }
    }

    private void Keep(int stage)
    {
        foreach ((ulong value, AlignedBuffer state) in _worker.Branches)
        {
            AlignedBuffer copy = _worker.Take();
            state.Span.CopyTo(copy.Span);
            _before[stage].Add(value, copy);
        }
    }

    private SortedList<ulong, AlignedBuffer> BeforeStretch(PlanStage stage, int number, SortedList<ulong, AlignedBuffer> after)
    {
        SortedList<ulong, AlignedBuffer> states = _before[number];
        var effects = new SortedList<ulong, AlignedBuffer>();
        foreach ((ulong value, AlignedBuffer state) in states)
        {
            AlignedBuffer effect = _worker.Take();
            after[Merged(value, stage, states.Count)].Span.CopyTo(effect.Span);
            effects.Add(value, effect);
            if (!_worker.IsMet(stage, value)) continue;
            GradientWorker stretch = _stretches[number]!;
            stretch.Forward(state);
            effect.Span.CopyTo(stretch.Effect.Span);
            stretch.BackwardToStart();
            stretch.Effect.Span.CopyTo(effect.Span);
            for (int a = 0; a < stretch.Slopes.Length; a++) _slopes[number][a] += stretch.Slopes[a];
        }

        return effects;
    }

    private SortedList<ulong, AlignedBuffer> BeforeMeasurement(MeasureStage stage, int number, SortedList<ulong, AlignedBuffer> after)
    {
        ulong bit = 1UL << stage.Step.Clbit;
        ulong[] outcomes =
        [
            .. _before[number].Keys.SelectMany(v => _worker.IsMet(stage, v) ? [v & ~bit, v | bit] : new[] { v }).Distinct(),
        ];
        var effects = new SortedList<ulong, AlignedBuffer>();
        foreach (ulong value in _before[number].Keys)
        {
            AlignedBuffer effect = _worker.Take();
            if (_worker.IsMet(stage, value))
            {
                Project(after[Merged(value & ~bit, stage, outcomes.Length)], effect, stage, 0);
                Project(after[Merged(value | bit, stage, outcomes.Length)], _half, stage, 1);
                Span<double> sum = effect.Span;
                for (int i = 0; i < sum.Length; i++) sum[i] += _half.Span[i];
            }
            else
            {
                after[Merged(value, stage, outcomes.Length)].Span.CopyTo(effect.Span);
            }

            effects.Add(value, effect);
        }

        return effects;
    }

    private void Project(AlignedBuffer source, AlignedBuffer target, MeasureStage stage, int recorded) =>
        RecordKernel.Project(source.Span, target.Span, stage.Step.Qubit, Lanes, stage.Step.Readout, recorded);

    private void Release(SortedList<ulong, AlignedBuffer> buffers)
    {
        for (int i = 0; i < buffers.Count; i++) _worker.Return(buffers.GetValueAtIndex(i));
        buffers.Clear();
    }

    // A branch alone keeps its value.
    private static ulong Merged(ulong value, ProgramStage stage, int branches) => branches == 1 ? value : value & stage.LiveAfter;
}
