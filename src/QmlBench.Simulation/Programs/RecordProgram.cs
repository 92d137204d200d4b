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
    private readonly RowCrew<RowWorker> _crew;

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
        double length = RecordUse.MostBranches(circuit, keepRecords: true) * (1L << (2 * circuit.QubitCount));
        _crew = new(circuit, length, DensityProgram.MostBatchedQubits, lanes => new(_stages, circuit.QubitCount, lanes));
        bool[] terminal = RecordUse.Terminal(circuit);
        _final = [.. circuit.Steps.Where((_, i) => terminal[i]).Cast<MeasureStep>()];
    }

    /// <summary>Writes rowCount × 2^clbits probabilities.</summary>
    internal void Evaluate(ReadOnlyMemory<double> rows, int rowCount, Memory<double> values, int threads, CancellationToken cancel)
    {
        int outcomes = 1 << _circuit.ClbitCount;
        RowTables.CheckSize(values.Length, (long)rowCount * outcomes, nameof(values));
        _crew.ForEach(rows, rowCount, threads, (worker, first, count) =>
        {
            worker.Run();
            for (int row = 0; row < count; row++) Collect(worker, row, values.Span.Slice((first + row) * outcomes, outcomes));
        }, cancel);
    }

    private void Collect(RowWorker worker, int row, Span<double> target)
    {
        target.Clear();
        double[] recorded = worker.Records(_final.Length);
        for (int branch = 0; branch < worker.Branches.Count; branch++)
        {
            (ulong value, AlignedBuffer state) = (worker.Branches.GetKeyAtIndex(branch), worker.Branches.GetValueAtIndex(branch));
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
