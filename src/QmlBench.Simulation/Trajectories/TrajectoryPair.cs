namespace QmlBench.Simulation.Trajectories;

/// <summary>Two states: one goes along the error-free trajectory, the other starts where a trajectory leaves it.</summary>
internal sealed class TrajectoryPair
{
    // Below this register a trajectory costs little more than its preparation.
    private const int LeastPrefixBits = 12;

    private readonly TrajectoryCode _code;
    private readonly Lazy<TrajectoryWorker> _free;
    private readonly DrawnErrors _errors = new();
    private readonly List<(int Shared, int Trajectory)> _order = [];
    private int _done;

    internal TrajectoryPair(TrajectoryCode code, int qubits, int widest)
    {
        _code = code;
        Own = new(code, qubits, widest);
        _free = new(() => new(code, qubits, widest));
    }

    /// <summary>The worker that runs trajectories.</summary>
    internal TrajectoryWorker Own { get; }

    /// <summary>True if trajectories start where they leave the error-free one; changes no bit.</summary>
    internal bool SharesPrefix => _code.Errors.Weight > 0.0 && _code.IsStatic && Own.Register.Bits >= LeastPrefixBits;

    /// <summary>Runs the error-free trajectory.</summary>
    internal TrajectoryWorker RunFree(BoundGate[] gates, int threads, CancellationToken cancel)
    {
        Own.Cancel = cancel;
        _errors.Clear();
        Own.Run(gates, _errors, threads);
        return Own;
    }

    /// <summary>Runs the error-free trajectory on from where the trajectories before have left it.</summary>
    internal TrajectoryWorker FinishFree(int threads)
    {
        _free.Value.RunStages(_done, _free.Value.StageCount, threads);
        _done = _free.Value.StageCount;
        return _free.Value;
    }

    /// <summary>Runs trajectories, those with at least one error where the error-free one is run apart.</summary>
    /// <param name="gates">The gates.</param>
    /// <param name="draws">The random numbers.</param>
    /// <param name="from">Number of the first trajectory.</param>
    /// <param name="to">The number after the last.</param>
    /// <param name="threads">Threads for a large state.</param>
    /// <param name="read">Reads the state of <see cref="Own"/> after the trajectory of the given number; in any order.</param>
    /// <param name="cancel">Looked at between stages.</param>
    internal void Run(
        BoundGate[] gates, TrajectoryDraws draws, int from, int to, int threads, Action<int> read, CancellationToken cancel)
    {
        Own.Cancel = cancel;
        if (SharesPrefix)
        {
            _free.Value.Cancel = cancel;
            RunSorted(gates, draws, from, to, threads, read);
            return;
        }

        for (int i = from; i < to; i++)
        {
            _errors.Draw(_code.Errors, draws, i, atLeastOne: _code.Errors.Weight > 0.0);
            Own.Run(gates, _errors, threads);
            read(i);
        }
    }

    // Those that leave the error-free trajectory early come first, so that its state is brought forward once.
    private void RunSorted(BoundGate[] gates, TrajectoryDraws draws, int from, int to, int threads, Action<int> read)
    {
        _errors.Clear();
        _free.Value.Prepare(gates, _errors);
        _free.Value.Register.SetZero(threads);
        _done = 0;
        _order.Clear();
        for (int i = from; i < to; i++)
        {
            Prepare(gates, draws, i);
            _order.Add((Own.CommonStages(_free.Value), i));
        }

        _order.Sort();
        foreach ((int shared, int i) in _order)
        {
            Prepare(gates, draws, i);
            RunFrom(shared, threads);
            read(i);
        }
    }

    private void Prepare(BoundGate[] gates, TrajectoryDraws draws, int trajectory)
    {
        _errors.Draw(_code.Errors, draws, trajectory, atLeastOne: true);
        Own.Prepare(gates, _errors);
    }

    private void RunFrom(int shared, int threads)
    {
        if (shared > _done) _free.Value.RunStages(_done, shared, threads);
        _done = Math.Max(_done, shared);
        if (shared > 0)
        {
            Own.RunFrom(shared, _free.Value.Register, threads);
            return;
        }

        Own.Register.SetZero(threads);
        Own.RunStages(0, Own.StageCount, threads);
    }
}
