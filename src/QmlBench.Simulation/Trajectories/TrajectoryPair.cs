namespace QmlBench.Simulation.Trajectories;

/// <summary>Two states: one goes along the error-free trajectory, the other starts where a trajectory leaves it.</summary>
internal sealed class TrajectoryPair
{
    private readonly Lazy<TrajectoryWorker> _free;
    private int _done;

    internal TrajectoryPair(TrajectoryCode code, int qubits, int widest)
    {
        Own = new(code, qubits, widest);
        _free = new(() => new(code, qubits, widest));
    }

    /// <summary>The worker that runs trajectories.</summary>
    internal TrajectoryWorker Own { get; }

    /// <summary>Sorted numbers of trajectories and the stages they share, of a round.</summary>
    internal List<(int Shared, int Trajectory)> Order { get; } = [];

    /// <summary>The errors of the trajectory at hand.</summary>
    internal DrawnErrors Errors { get; } = new();

    /// <summary>Prepares the error-free trajectory from its beginning.</summary>
    internal void PrepareFree(BoundGate[] gates)
    {
        Errors.Clear();
        _free.Value.Prepare(gates, Errors);
        _free.Value.Register.SetZero();
        _done = 0;
    }

    /// <summary>Number of first stages that a trajectory shares with the error-free one; prepares it.</summary>
    internal int Shared(BoundGate[] gates)
    {
        Own.Prepare(gates, Errors);
        return Own.CommonStages(_free.Value);
    }

    /// <summary>The error-free trajectory, run to its end.</summary>
    internal TrajectoryWorker FinishFree(int threads)
    {
        _free.Value.RunStages(_done, _free.Value.StageCount, threads);
        _done = _free.Value.StageCount;
        return _free.Value;
    }

    /// <summary>Runs the trajectory that is prepared from the stage where it leaves the error-free one.</summary>
    /// <param name="shared">Shared stages, not fewer than the time before.</param>
    /// <param name="threads">Threads for a large state.</param>
    internal void RunFrom(int shared, int threads)
    {
        if (shared > _done) _free.Value.RunStages(_done, shared, threads);
        _done = Math.Max(_done, shared);
        if (shared == 0) Own.Register.SetZero();
        else Own.Register.CopyAmplitudes(_free.Value.Register);
        Own.RunStages(shared, Own.StageCount, threads);
    }
}
