using System.Collections.Concurrent;
using System.Collections.Immutable;
using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Programs;

/// <summary>
/// A circuit compiled for the distribution of its classical bits: records read in the middle branch, measurements at the end are read off
/// the states.
/// </summary>
internal sealed class RecordProgram
{
    private readonly NoisyCircuit _circuit;
    private readonly ImmutableArray<ProgramStage> _stages;
    private readonly MeasureStep[] _final;
    private readonly ConcurrentBag<RowWorker> _workers = [];

    internal RecordProgram(NoisyCircuit circuit)
    {
        _circuit = circuit;
        _stages = ProgramCompiler.Compile(circuit, keepRecords: true);
        bool[] terminal = RecordUse.Terminal(circuit);
        _final = [.. circuit.Steps.Where((_, i) => terminal[i]).Cast<MeasureStep>()];
    }

    /// <summary>Writes rowCount × 2^clbits probabilities.</summary>
    internal void Evaluate(ReadOnlyMemory<double> rows, int rowCount, Memory<double> values, int threads, CancellationToken cancel)
    {
        int outcomes = 1 << _circuit.ClbitCount, columns = _circuit.Parameters.Length;
        RowTables.CheckSize(values.Length, (long)rowCount * outcomes, nameof(values));
        RowTables.ForEachGroup(rowCount, 1, threads, (first, _) =>
        {
            if (!_workers.TryTake(out RowWorker? worker)) worker = new RowWorker(_stages, _circuit.QubitCount, 1);
            worker.Bind(rows.Span.Slice(first * columns, columns), columns);
            worker.Run();
            Collect(worker, values.Span.Slice(first * outcomes, outcomes));
            _workers.Add(worker);
        }, cancel);
    }

    private void Collect(RowWorker worker, Span<double> target)
    {
        target.Clear();
        var recorded = new double[1 << _final.Length];
        foreach ((ulong value, AlignedBuffer state) in worker.Branches)
        {
            FinalRecords.Probabilities(state.Span, _final, recorded);
            for (int outcome = 0; outcome < recorded.Length; outcome++)
            {
                int index = (int)value;
                for (int m = 0; m < _final.Length; m++)
                {
                    int bit = 1 << _final[m].Clbit;
                    index = ((outcome >> m) & 1) == 1 ? index | bit : index & ~bit;
                }

                target[index] += recorded[outcome];
            }
        }
    }
}
