using System.Collections.Immutable;
using QmlBench.Numerics;
using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Plans;

namespace QmlBench.Simulation.Programs;

/// <summary>One row of an <see cref="ExchangeProgram"/>: working memory and the two sweeps.</summary>
internal sealed class ExchangeRun
{
    private readonly ExchangeProgram _program;
    private readonly double[] _row;
    private readonly CancellationToken _cancel;
    private readonly PlanRunner?[] _parts;
    private readonly AlignedBuffer[] _effects, _saved;
    private readonly AlignedBuffer _scratch;
    private readonly Stack<AlignedBuffer> _free = new();
    private readonly int _kept;
    private readonly double[] _values;
    private readonly double[][] _exchanged;

    internal ExchangeRun(
        ExchangeProgram program, ReadOnlySpan<double> row, IReadOnlyList<double[]> effects, long memoryBytes, CancellationToken cancel)
    {
        (_program, _row, _cancel) = (program, row.ToArray(), cancel);
        _parts = new PlanRunner?[program.Parts.Length];
        _effects = [.. effects.Select(Copy)];
        _saved = [.. effects.Select(_ => Buffer())];
        _scratch = Buffer();
        _kept = (int)Math.Clamp(memoryBytes / (sizeof(double) * (long)Length), 1, program.Parts.Length);
        _values = new double[effects.Count];
        _exchanged = [.. program.Exchanges.Select(_ => new double[effects.Count])];
    }

    private int Length => 1 << (2 * _program.QubitCount);

    internal ExchangedValues Run()
    {
        AlignedBuffer start = Take();
        StateKernel.SetZero(start.Span, _program.QubitCount, 1);
        Sweep(0, _program.Parts.Length, start);
        return new([.. _values], [.. _exchanged.Select(values => values.ToImmutableArray())]);
    }

    // Backward over the parts from first to end, given the state before them. A stretch too long to keep is halved: the far half first,
    // from a state computed for it and given up again.
    private void Sweep(int first, int end, AlignedBuffer state)
    {
        if (end - first <= _kept)
        {
            KeepAndReturn(first, end, state);
            return;
        }

        int middle = (first + end) / 2;
        AlignedBuffer far = Take();
        state.Span.CopyTo(far.Span);
        for (int part = first; part < middle; part++) Forward(part, far);
        Sweep(middle, end, far);
        Sweep(first, middle, state);
    }

    private void KeepAndReturn(int first, int end, AlignedBuffer state)
    {
        var before = new AlignedBuffer[end - first];
        before[0] = state;
        for (int i = 1; i < before.Length; i++)
        {
            before[i] = Take();
            before[i - 1].Span.CopyTo(before[i].Span);
            Forward(first + i - 1, before[i]);
        }

        for (int i = before.Length - 1; i >= 0; i--)
        {
            Backward(first + i, before[i]);
            _free.Push(before[i]);
        }
    }

    private void Backward(int part, AlignedBuffer before)
    {
        _cancel.ThrowIfCancellationRequested();
        if (part == _parts.Length - 1) Evaluate(Runner(part), before, _effects, _values);
        for (int x = 0; x < _exchanged.Length; x++)
        {
            PartExchange exchange = _program.Exchanges[x];
            bool isLong = exchange.Count > 1;
            if (isLong && exchange.First + exchange.Count - 1 == part)
                for (int e = 0; e < _effects.Length; e++) _effects[e].Span.CopyTo(_saved[e].Span);
            if (exchange.First == part)
                Evaluate(Bound(_program.Replacements[x]), before, isLong ? _saved : _effects, _exchanged[x]);
        }

        foreach (AlignedBuffer effect in _effects) Runner(part).Transposed(effect);
    }

    private void Evaluate(PlanRunner runner, AlignedBuffer before, AlignedBuffer[] effects, double[] values)
    {
        before.Span.CopyTo(_scratch.Span);
        runner.Forward(_scratch, 1);
        for (int e = 0; e < effects.Length; e++) values[e] = LaneSum.Dot(_scratch.Span, effects[e].Span);
    }

    private void Forward(int part, AlignedBuffer state)
    {
        _cancel.ThrowIfCancellationRequested();
        Runner(part).Forward(state, 1);
    }

    private PlanRunner Runner(int part) => _parts[part] ??= Bound(_program.Parts[part]);

    private PlanRunner Bound(StraightPlan plan)
    {
        var runner = new PlanRunner(plan, 1);
        runner.Bind(_row, _program.ParameterCount);
        return runner;
    }

    private AlignedBuffer Take() => _free.TryPop(out AlignedBuffer? buffer) ? buffer : Buffer();

    private AlignedBuffer Buffer() => new(Length);

    private AlignedBuffer Copy(double[] weights)
    {
        AlignedBuffer buffer = Buffer();
        weights.CopyTo(buffer.Span);
        return buffer;
    }
}
