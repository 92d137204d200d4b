using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;
using QmlBench.Simulation.States;

namespace QmlBench.Simulation.Programs;

/// <summary>A circuit without noise compiled for a state vector, to be run for any number of rows of parameters.</summary>
/// <remarks>
/// The twin of <see cref="DensityProgram"/>: the same rows, the same guarantees of bits and threads, memory 16·2^n bytes a state.
/// Measurements at the end are allowed and change nothing here; their readout error is the caller's, through <see cref="EffectSet"/>.
/// </remarks>
public sealed class StateVectorProgram
{
    private const int MostBatchedQubits = 8;

    private readonly StraightPlan _plan;
    private readonly RowCrew<PureWorker> _crew;

    private StateVectorProgram(NoisyCircuit circuit)
    {
        Circuit = circuit;
        var builder = new PlanBuilder(new RegisterShape(true, circuit.QubitCount));
        var gates = new GateExpansion(builder);
        foreach (NoisyStep step in circuit.Steps)
            if (step is GateStep gate) gates.Add(gate.Gate, gate.Angles.AsSpan(), gate.Qubits.AsSpan());
        _plan = builder.Build(circuit);
        _crew = new(circuit, _plan.Shape.Length, MostBatchedQubits, lanes => new(_plan, lanes));
    }

    /// <summary>The circuit.</summary>
    public NoisyCircuit Circuit { get; }

    /// <summary>Number of qubits.</summary>
    public int QubitCount => Circuit.QubitCount;

    /// <summary>Number of values in a row.</summary>
    public int ParameterCount => Circuit.Parameters.Length;

    /// <summary>What is fused with what.</summary>
    internal StraightPlan Plan => _plan;

    /// <summary>Bytes of one state, 16·2^n.</summary>
    public long StateBytes => 16L << QubitCount;

    /// <summary>Compiles a circuit.</summary>
    /// <exception cref="ArgumentException">The circuit has noise, resets, conditions or measurements in the middle, or too many
    /// qubits.</exception>
    public static StateVectorProgram Compile(NoisyCircuit circuit)
    {
        ArgumentNullException.ThrowIfNull(circuit);
        if (!circuit.IsNoiseFree)
            throw new ArgumentException(
                "A state vector holds no noise, reset, condition or measurement in the middle; use a density program.", nameof(circuit));
        if (circuit.QubitCount > StateVector.MostQubits)
        {
            throw new ArgumentException(
                $"A state vector of {circuit.QubitCount} qubits takes {Math.ScaleB(16.0, circuit.QubitCount):G3} bytes; "
                + $"at most {StateVector.MostQubits} qubits are simulated.", nameof(circuit));
        }

        return new(circuit);
    }

    /// <summary>Runs one row.</summary>
    /// <param name="row">One value per parameter.</param>
    /// <param name="state">Receives the final state.</param>
    /// <param name="threads">Threads to share a large state among; small ones stay on one.</param>
    public void Run(ReadOnlySpan<double> row, StateVector state, int threads = 1)
    {
        if (state.QubitCount != QubitCount)
            throw new ArgumentException($"The program has {QubitCount} qubits, the state {state.QubitCount}.", nameof(state));
        PureWorker worker = _crew.Take(row, threads);
        worker.RunInto(state.Buffer, threads);
        _crew.GiveBack(worker);
    }

    /// <summary>Runs one row into a new state.</summary>
    public StateVector Run(ReadOnlySpan<double> row)
    {
        var state = new StateVector(QubitCount);
        Run(row, state);
        return state;
    }

    /// <inheritdoc cref="DensityProgram.Expectations"/>
    public void Expectations(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, Memory<double> values, int threads = 1,
        CancellationToken cancel = default)
    {
        _crew.Check(effects);
        int k = effects.Count;
        RowTables.CheckSize(values.Length, (long)rowCount * k, nameof(values));
        _crew.ForEach(rows, rowCount, threads, (worker, first, count) =>
            AmplitudeKernel.Evaluate(worker.Run().Span, QubitCount, worker.Lanes, effects, values.Span.Slice(first * k, count * k), count),
            cancel);
    }

    /// <inheritdoc cref="DensityProgram.Probabilities"/>
    public void Probabilities(
        ReadOnlyMemory<double> rows, int rowCount, Memory<double> values, int threads = 1, CancellationToken cancel = default)
    {
        int outcomes = 1 << QubitCount;
        RowTables.CheckSize(values.Length, (long)rowCount * outcomes, nameof(values));
        _crew.ForEach(rows, rowCount, threads, (worker, first, count) =>
        {
            AlignedBuffer state = worker.Run();
            AmplitudeKernel.Probabilities(state.Span, QubitCount, worker.Lanes, state.Span);
            RowTables.Untangle(state.Span, worker.Lanes, outcomes, values.Span.Slice(first * outcomes, count * outcomes), count);
        }, cancel);
    }

    /// <summary>Final states for all rows: 2^n real, then 2^n imaginary parts per row.</summary>
    /// <param name="rows">Rows, row-major.</param>
    /// <param name="rowCount">Number of rows.</param>
    /// <param name="states">rowCount × 2·2^n, row-major.</param>
    /// <param name="threads">Threads to share the rows among, or a large state.</param>
    /// <param name="cancel">Looked at between groups of rows.</param>
    public void EvolveStates(
        ReadOnlyMemory<double> rows, int rowCount, Memory<double> states, int threads = 1, CancellationToken cancel = default)
    {
        int size = 2 << QubitCount;
        RowTables.CheckSize(states.Length, (long)rowCount * size, nameof(states));
        _crew.ForEach(rows, rowCount, threads, (worker, first, count) =>
            RowTables.Untangle(worker.Run().Span, worker.Lanes, size, states.Span.Slice(first * size, count * size), count), cancel);
    }

    /// <summary>Bytes that derivatives take per thread: the states that are kept, their effect, and one state for work.</summary>
    public double GradientBytes
    {
        get
        {
            int lanes = _crew.IsBatched ? RowCrew<PureWorker>.RowsAtOnce : 1;
            return (double)StateBytes * lanes * (StateTape.PlacesFor(_plan, lanes, DensityProgram.GradientMemory) + 2);
        }
    }

    /// <inheritdoc cref="DensityProgram.Differentiate(ReadOnlyMemory{double}, int, EffectSet, RowSlopes, Memory{double}, Memory{double}, int,
    /// CancellationToken)"/>
    public void Differentiate(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, RowSlopes slopes, Memory<double> values, Memory<double> gradients,
        int threads = 1, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(slopes);
        _crew.Check(effects);
        int k = effects.Count, columns = ParameterCount;
        RowTables.CheckSize(values.Length, (long)rowCount * k, nameof(values));
        RowTables.CheckSize(gradients.Length, (long)rowCount * columns, nameof(gradients));
        _crew.ForEachAlone(rows, rowCount, threads, (worker, first, count) =>
        {
            GradientWorker tape = worker.Gradient;
            tape.Forward();
            Span<double> found = values.Span.Slice(first * k, count * k), asked = tape.RowSlopes(count * k);
            AmplitudeKernel.Evaluate(tape.State.Span, QubitCount, worker.Lanes, effects, found, count);
            RowTables.Ask(slopes, first, found, asked, count);
            AmplitudeKernel.Accumulate(tape.Effect.Span, tape.State.Span, QubitCount, worker.Lanes, effects, asked, count);
            tape.Backward();
            tape.WriteGradients(
                rows.Span.Slice(first * columns, count * columns), gradients.Span.Slice(first * columns, count * columns), columns, columns,
                count);
        }, cancel);
    }

    /// <inheritdoc cref="DensityProgram.Differentiate(ReadOnlyMemory{double}, int, EffectSet, ReadOnlyMemory{double}, Memory{double},
    /// Memory{double}, int, CancellationToken)"/>
    public void Differentiate(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, ReadOnlyMemory<double> slopes, Memory<double> values,
        Memory<double> gradients, int threads = 1, CancellationToken cancel = default) =>
        Differentiate(rows, rowCount, effects, RowTables.Known(slopes, rowCount, effects.Count), values, gradients, threads, cancel);

    /// <inheritdoc cref="DensityProgram.Jacobian"/>
    public void Jacobian(
        ReadOnlyMemory<double> rows, int rowCount, EffectSet effects, Memory<double> values, Memory<double> jacobian,
        int threads = 1, CancellationToken cancel = default)
    {
        _crew.Check(effects);
        int k = effects.Count, columns = ParameterCount;
        RowTables.CheckSize(values.Length, (long)rowCount * k, nameof(values));
        RowTables.CheckSize(jacobian.Length, (long)rowCount * k * columns, nameof(jacobian));
        _crew.ForEachAlone(rows, rowCount, threads, (worker, first, count) =>
        {
            GradientWorker tape = worker.Gradient;
            tape.Forward();
            AmplitudeKernel.Evaluate(tape.State.Span, QubitCount, worker.Lanes, effects, values.Span.Slice(first * k, count * k), count);
            for (int o = 0; o < k; o++)
            {
                tape.Effect.Span.Clear();
                for (int row = 0; row < count; row++)
                    AmplitudeKernel.Accumulate(tape.Effect.Span, tape.State.Span, QubitCount, worker.Lanes, row, effects.Members[o], 1.0);
                tape.Backward();
                Span<double> target = jacobian.Span[(((first * k) + o) * columns)..];
                tape.WriteGradients(rows.Span.Slice(first * columns, count * columns), target, columns, k * columns, count);
            }
        }, cancel);
    }
}
