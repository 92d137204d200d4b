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
    private const int MostClbits = 26;

    private readonly NoisyCircuit _circuit;
    private readonly ImmutableArray<ProgramStage> _stages;
    private readonly MeasureStep[] _final;
    private readonly ConcurrentBag<RowWorker> _singles = [];
    private readonly ConcurrentBag<RowWorker> _eights = [];

    internal RecordProgram(NoisyCircuit circuit)
    {
        if (circuit.ClbitCount > MostClbits)
        {
            throw new ArgumentException(
                $"The distribution of {circuit.ClbitCount} classical bits has 2^{circuit.ClbitCount} entries; at most {MostClbits} bits are listed. "
                + "Keep the bits that are asked for.", nameof(circuit));
        }

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
        int lanes = DensityProgram.LanesFor(_circuit.QubitCount, rowCount);
        (int ofRows, int ofState) = RowTables.Share(threads, (long)lanes << (2 * _circuit.QubitCount));
        RowTables.ForEachGroup(rowCount, lanes, ofRows, (first, count) =>
        {
            ConcurrentBag<RowWorker> workers = lanes == 1 ? _singles : _eights;
            if (!workers.TryTake(out RowWorker? worker)) worker = new RowWorker(_stages, _circuit.QubitCount, lanes);
            worker.Threads = ofState;
            worker.Bind(rows.Span.Slice(first * columns, count * columns), columns);
            worker.Run();
            for (int row = 0; row < count; row++) Collect(worker, row, values.Span.Slice((first + row) * outcomes, outcomes));
            workers.Add(worker);
        }, cancel);
    }

    private void Collect(RowWorker worker, int row, Span<double> target)
    {
        target.Clear();
        var recorded = new double[1 << _final.Length];
        foreach ((ulong value, AlignedBuffer state) in worker.Branches)
        {
            FinalRecords.Probabilities(state.Span, worker.Lanes, row, _final, recorded);
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
