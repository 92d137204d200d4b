using System.Collections.Concurrent;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.States;

namespace QmlBench.Simulation.Programs;

/// <summary>Runs the rows of a table, alone or side by side, each thread with a worker that is used again.</summary>
/// <param name="circuit">The circuit of the program.</param>
/// <param name="stateLength">Doubles of the states that one row holds at one time.</param>
/// <param name="mostBatchedQubits">Largest register whose rows run side by side.</param>
/// <param name="make">Makes a worker for a number of rows side by side.</param>
internal sealed class RowCrew<TWorker>(NoisyCircuit circuit, double stateLength, int mostBatchedQubits, Func<int, TWorker> make)
    where TWorker : class, IRowWorker
{
    /// <summary>Rows that run side by side.</summary>
    internal const int RowsAtOnce = 8;

    private const int LeastBatchedRows = 3;

    // Rows side by side pay while their states stay in cache; many branches do not.
    private const double MostBatchedLength = 1 << 23;

    private readonly ConcurrentBag<TWorker> _singles = [];
    private readonly ConcurrentBag<TWorker> _eights = [];

    /// <summary>True if rows run side by side where there are enough of them.</summary>
    internal bool IsBatched => circuit.QubitCount <= mostBatchedQubits && stateLength * RowsAtOnce <= MostBatchedLength;

    /// <summary>Refuses observables on another number of qubits.</summary>
    internal void Check(EffectSet effects)
    {
        if (effects.QubitCount != circuit.QubitCount)
            throw new ArgumentException(
                $"The program has {circuit.QubitCount} qubits, the observables {effects.QubitCount}.", nameof(effects));
    }

    /// <summary>Runs <paramref name="body"/>(worker, first row, number of rows) for all rows, threads sharing rows or a large state.</summary>
    internal void ForEach(
        ReadOnlyMemory<double> rows, int rowCount, int threads, Action<TWorker, int, int> body, CancellationToken cancel) =>
        Run(rows, rowCount, RowTables.Share(threads, (long)Math.Min(stateLength * LanesFor(rowCount), long.MaxValue)), body, cancel);

    /// <summary>The same where threads share nothing but rows.</summary>
    internal void ForEachAlone(
        ReadOnlyMemory<double> rows, int rowCount, int threads, Action<TWorker, int, int> body, CancellationToken cancel) =>
        Run(rows, rowCount, (threads, 1), body, cancel);

    /// <summary>A worker bound to one row; give it back.</summary>
    internal TWorker Take(ReadOnlySpan<double> row, int threads)
    {
        RowTables.Check(row, 1, circuit.Parameters.Length);
        return Bound(row, 1, threads);
    }

    /// <summary>Takes a worker back, to be used again unless it holds too much.</summary>
    internal void GiveBack(TWorker worker)
    {
        if (!worker.IsSpacious) (worker.Lanes == 1 ? _singles : _eights).Add(worker);
    }

    private void Run(
        ReadOnlyMemory<double> rows, int rowCount, (int OfRows, int OfState) threads, Action<TWorker, int, int> body,
        CancellationToken cancel)
    {
        int columns = circuit.Parameters.Length, lanes = LanesFor(rowCount);
        RowTables.Check(rows.Span, rowCount, columns);
        RowTables.ForEachGroup(rowCount, lanes, threads.OfRows, (first, count) =>
        {
            TWorker worker = Bound(rows.Span.Slice(first * columns, count * columns), lanes, threads.OfState);
            body(worker, first, count);
            GiveBack(worker);
        }, cancel);
    }

    private TWorker Bound(ReadOnlySpan<double> rows, int lanes, int threads)
    {
        if (!(lanes == 1 ? _singles : _eights).TryTake(out TWorker? worker)) worker = make(lanes);
        worker.Threads = threads;
        worker.Bind(rows, circuit.Parameters.Length);
        return worker;
    }

    private int LanesFor(int rowCount) => IsBatched && rowCount >= LeastBatchedRows ? RowsAtOnce : 1;
}
