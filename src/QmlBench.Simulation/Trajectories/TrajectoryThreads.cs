namespace QmlBench.Simulation.Trajectories;

/// <summary>Trajectories on several threads: each runs whole ones of its own, or all share one large state.</summary>
internal sealed class TrajectoryThreads
{
    private readonly TrajectoryTeam _team;
    private readonly int _outer;

    /// <summary>Shares a team of workers among threads.</summary>
    internal TrajectoryThreads(TrajectoryTeam team, int threads)
    {
        team.Reserve(1);
        bool shares = team[0].Own.Register.Bits >= CellRegister.LeastSharedBits;
        (_team, _outer, Inner) = shares ? (team, 1, Math.Max(1, threads)) : (team, Math.Max(1, threads), 1);
        team.Reserve(_outer);
    }

    /// <summary>Threads of one state.</summary>
    internal int Inner { get; }

    /// <summary>One thing for each thread that runs trajectories of its own.</summary>
    /// <param name="make">Makes it for the worker whose trajectories are read.</param>
    internal T[] ForEach<T>(Func<TrajectoryWorker, T> make) => [.. Enumerable.Range(0, _outer).Select(t => make(_team[t].Own))];

    /// <summary>Runs trajectories.</summary>
    /// <param name="gates">The gates.</param>
    /// <param name="draws">The random numbers.</param>
    /// <param name="from">Number of the first trajectory.</param>
    /// <param name="to">The number after the last.</param>
    /// <param name="reads">What reads the state after the trajectory of the given number, one of <see cref="ForEach"/>; in any
    /// order.</param>
    /// <param name="cancel">Looked at between stages.</param>
    internal void Run(BoundGate[] gates, TrajectoryDraws draws, int from, int to, Action<int>[] reads, CancellationToken cancel)
    {
        if (_outer == 1) _team[0].Run(gates, draws, from, to, Inner, reads[0], cancel);
        else Share(gates, draws, from, to, reads, cancel);
    }

    // Apart, because a method that makes a lambda allocates for it in any case.
    private void Share(BoundGate[] gates, TrajectoryDraws draws, int from, int to, Action<int>[] reads, CancellationToken cancel)
    {
        int count = to - from, shares = Math.Min(_outer, count);
        var options = new ParallelOptions { MaxDegreeOfParallelism = shares, CancellationToken = cancel };
        Parallel.For(0, shares, options, t => _team[t].Run(
            gates, draws, from + (count * t / shares), from + (count * (t + 1) / shares), Inner, reads[t], cancel));
    }
}
