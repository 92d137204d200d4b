using System.Collections.Immutable;
using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.States;

namespace QmlBench.Simulation.Programs;

/// <summary>
/// A noisy circuit compiled for exact simulation with density matrices, to be run for any number of rows of parameters.
/// </summary>
/// <remarks>
/// <para>The plan (what is fused with what) is made once, from the structure alone; a row only rebinds coefficients. Rows are given
/// row-major, one value per parameter in the order of <see cref="NoisyCircuit.Parameters"/>.</para>
/// <para>Immutable and thread-safe. A row gives the same bits however rows are batched, threaded or vectorised. Measurements in the
/// middle, resets and conditions are exact: the state branches over recorded values, and branches join again once no one reads the
/// bits in which they differ.</para>
/// <para>Memory: 8·4^n bytes a state (8 of them side by side for small registers), per thread.</para>
/// </remarks>
public sealed partial class DensityProgram
{
    /// <summary>Largest register whose rows run side by side.</summary>
    internal const int MostBatchedQubits = 5;

    private readonly ImmutableArray<ProgramStage> _stages;
    private readonly RowCrew<RowWorker> _crew;
    private readonly Lazy<RecordProgram> _records;

    private DensityProgram(NoisyCircuit circuit)
    {
        Circuit = circuit;
        _stages = ProgramCompiler.Compile(circuit, keepRecords: false);
        double length = RecordUse.MostBranches(circuit, keepRecords: false) * (1L << (2 * circuit.QubitCount));
        _crew = new(circuit, length, MostBatchedQubits, lanes => new(_stages, circuit.QubitCount, lanes));
        _records = new Lazy<RecordProgram>(() => new RecordProgram(circuit));
    }

    /// <summary>The circuit.</summary>
    public NoisyCircuit Circuit { get; }

    /// <summary>Number of qubits.</summary>
    public int QubitCount => Circuit.QubitCount;

    /// <summary>Number of values in a row.</summary>
    public int ParameterCount => Circuit.Parameters.Length;

    /// <summary>Bytes of one state, 8·4^n.</summary>
    public long StateBytes => sizeof(double) * (1L << (2 * QubitCount));

    /// <summary>
    /// True if no record is read by a condition: the program is one linear map of the state, and effects can be moved backward through
    /// it.
    /// </summary>
    public bool IsStraight => _stages.Length == 1 && _stages[0] is PlanStage { Condition: null };

    /// <summary>Compiles a circuit.</summary>
    /// <exception cref="ArgumentException">The register is too large (see <see cref="DensityState.MostQubits"/>; the message names the
    /// bytes), or a gate cannot be simulated.</exception>
    public static DensityProgram Compile(NoisyCircuit circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        if (circuit.QubitCount > DensityState.MostQubits)
        {
            throw new ArgumentException(
                $"A density matrix of {circuit.QubitCount} qubits takes {Math.ScaleB(8.0, 2 * circuit.QubitCount):G3} bytes; "
                + $"at most {DensityState.MostQubits} qubits are simulated exactly.", nameof(circuit));
        }

        return new(circuit);
    }

    /// <summary>Runs one row; the state is the average over all records.</summary>
    /// <param name="row">One value per parameter.</param>
    /// <param name="state">Receives the final state.</param>
    /// <param name="threads">Threads to share a large state among; small ones stay on one.</param>
    /// <exception cref="ArgumentException">The row or the state has the wrong size, or a value is not finite.</exception>
    public void Run(ReadOnlySpan<double> row, DensityState state, int threads = 1)
    {
        if (state.QubitCount != QubitCount)
            throw new ArgumentException($"The program has {QubitCount} qubits, the state {state.QubitCount}.", nameof(state));
        RowWorker worker = _crew.Take(row, threads);
        if (IsStraight)
        {
            worker.RunInto(state.Buffer, threads);
        }
        else
        {
            worker.Run();
            worker.Branches.GetValueAtIndex(0).Span.CopyTo(state.Coefficients);
        }

        _crew.GiveBack(worker);
    }

    /// <summary>Runs one row into a new state.</summary>
    public DensityState Run(ReadOnlySpan<double> row)
    {
        var state = new DensityState(QubitCount);
        Run(row, state);
        return state;
    }

    /// <summary>Values of functions of the final state for all rows.</summary>
    /// <param name="rows">Rows, row-major.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="effects">The functions: observables, as they are or through readout error.</param>
    /// <param name="values">rowCount × effects.Count, row-major.</param>
    /// <param name="threads">Threads to share the rows among, or a large state.</param>
    /// <param name="cancel">Looked at between groups of rows.</param>
    public void Expectations(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, Memory<double> values, int threads = 1,
        CancellationToken cancel = default)
    {
        _crew.Check(effects);
        RowTables.CheckSize(values.Length, (long)rowCount * effects.Count, nameof(values));
        _crew.ForEach(rows, rowCount, threads, (worker, first, count) =>
        {
            worker.Run();
            Span<double> target = values.Span.Slice(first * effects.Count, count * effects.Count);
            EffectKernel.Evaluate(worker.Branches.GetValueAtIndex(0).Span, worker.Lanes, effects, target, count);
        }, cancel);
    }

    /// <summary>True probabilities of all 2^n outcomes of the final state for all rows, without readout error.</summary>
    /// <param name="rows">Rows, row-major.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="values">rowCount × 2^n, row-major; outcome index with qubit 0 least significant.</param>
    /// <param name="threads">Threads to share the rows among, or a large state.</param>
    /// <param name="cancel">Looked at between groups of rows.</param>
    public void Probabilities(
        ReadOnlyMemory<double> rows, int rowCount, Memory<double> values, int threads = 1, CancellationToken cancel = default)
    {
        int outcomes = 1 << QubitCount;
        RowTables.CheckSize(values.Length, (long)rowCount * outcomes, nameof(values));
        _crew.ForEach(rows, rowCount, threads, (worker, first, count) =>
        {
            worker.Run();
            WriteProbabilities(worker, values.Span.Slice(first * outcomes, count * outcomes), count);
        }, cancel);
    }

    /// <summary>Values of functions of the final state and the true probabilities of all outcomes, in one run of each row.</summary>
    /// <param name="rows">Rows, row-major.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="effects">The functions.</param>
    /// <param name="values">rowCount × effects.Count, row-major.</param>
    /// <param name="probabilities">rowCount × 2^n, row-major.</param>
    /// <param name="threads">Threads to share the rows among, or a large state.</param>
    /// <param name="cancel">Looked at between groups of rows.</param>
    public void Observe(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, Memory<double> values, Memory<double> probabilities,
        int threads = 1, CancellationToken cancel = default)
    {
        _crew.Check(effects);
        int outcomes = 1 << QubitCount, k = effects.Count;
        RowTables.CheckSize(values.Length, (long)rowCount * k, nameof(values));
        RowTables.CheckSize(probabilities.Length, (long)rowCount * outcomes, nameof(probabilities));
        _crew.ForEach(rows, rowCount, threads, (worker, first, count) =>
        {
            worker.Run();
            EffectKernel.Evaluate(
                worker.Branches.GetValueAtIndex(0).Span, worker.Lanes, effects, values.Span.Slice(first * k, count * k), count);
            WriteProbabilities(worker, probabilities.Span.Slice(first * outcomes, count * outcomes), count);
        }, cancel);
    }

    /// <summary>Distribution of the recorded classical bits for all rows, readout error included.</summary>
    /// <param name="rows">Rows, row-major.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="values">rowCount × 2^clbits, row-major; bit 0 least significant; bits never written are 0.</param>
    /// <param name="threads">Threads to share the rows among, or a large state.</param>
    /// <param name="cancel">Looked at between rows.</param>
    public void RecordedProbabilities(
        ReadOnlyMemory<double> rows, int rowCount, Memory<double> values, int threads = 1, CancellationToken cancel = default)
    {
        _records.Value.Evaluate(rows, rowCount, values, threads, cancel);
    }

    /// <summary>Final states for all rows as one matrix: what a fidelity kernel multiplies.</summary>
    /// <param name="rows">Rows, row-major.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="states">rowCount × 4^n coefficients, row-major.</param>
    /// <param name="threads">Threads to share the rows among, or a large state.</param>
    /// <param name="cancel">Looked at between groups of rows.</param>
    public void EvolveStates(
        ReadOnlyMemory<double> rows, int rowCount, Memory<double> states, int threads = 1, CancellationToken cancel = default)
    {
        int size = 1 << (2 * QubitCount);
        RowTables.CheckSize(states.Length, (long)rowCount * size, nameof(states));
        _crew.ForEach(rows, rowCount, threads, (worker, first, count) =>
        {
            worker.Run();
            RowTables.Untangle(
                worker.Branches.GetValueAtIndex(0).Span, worker.Lanes, size, states.Span.Slice(first * size, count * size), count);
        }, cancel);
    }

    /// <summary>An effect moved backward through the program for all rows (Heisenberg): w → Rᵀw, so that w·(R r) = (Rᵀw)·r.</summary>
    /// <param name="effect">4^n weights, as from <see cref="EffectSet.Bitstring"/>.</param>
    /// <param name="rows">Rows, row-major.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="effects">rowCount × 4^n weights, row-major.</param>
    /// <param name="threads">Threads to share the rows among.</param>
    /// <param name="cancel">Looked at between groups of rows.</param>
    /// <exception cref="InvalidOperationException">The program branches (<see cref="IsStraight"/> is false).</exception>
    public void EvolveEffects(
        ReadOnlyMemory<double> effect, ReadOnlyMemory<double> rows, int rowCount, Memory<double> effects, int threads = 1,
        CancellationToken cancel = default)
    {
        ThrowUnlessStraight("Moving effects backward");
        int size = 1 << (2 * QubitCount);
        RowTables.CheckSize(effect.Length, size, nameof(effect));
        RowTables.CheckSize(effects.Length, (long)rowCount * size, nameof(effects));
        _crew.ForEachAlone(rows, rowCount, threads, (worker, first, count) =>
        {
            AlignedBuffer moved = worker.Take();
            RowTables.Spread(effect.Span, worker.Lanes, moved.Span);
            worker.Single.Transposed(moved);
            RowTables.Untangle(moved.Span, worker.Lanes, size, effects.Span.Slice(first * size, count * size), count);
            worker.Return(moved);
        }, cancel);
    }

    private void WriteProbabilities(RowWorker worker, Span<double> target, int rowCount)
    {
        Span<double> state = worker.Branches.GetValueAtIndex(0).Span;
        if (worker.Lanes == 1)
        {
            StateKernel.Probabilities(state, QubitCount, 1, target);
            return;
        }

        StateKernel.Probabilities(state, QubitCount, worker.Lanes, worker.Outcomes);
        RowTables.Untangle(worker.Outcomes, worker.Lanes, 1 << QubitCount, target, rowCount);
    }

    private void ThrowUnlessStraight(string what)
    {
        if (!IsStraight)
            throw new InvalidOperationException(
                $"{what} needs a circuit without conditions on measured bits; this one branches over records.");
    }
}
