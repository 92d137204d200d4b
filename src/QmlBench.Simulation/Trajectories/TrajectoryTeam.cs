namespace QmlBench.Simulation.Trajectories;

/// <summary>The memory of a run: for each thread that runs whole trajectories one worker, and one for the error-free trajectory.</summary>
internal sealed class TrajectoryTeam(TrajectoryCode code, int qubits, int widest)
{
    private TrajectoryPair[] _pairs = [];

    /// <summary>The steps.</summary>
    internal TrajectoryCode Code => code;

    /// <summary>The pair of workers of one thread.</summary>
    internal TrajectoryPair this[int thread] => _pairs[thread];

    /// <summary>Makes room for some threads.</summary>
    internal void Reserve(int threads)
    {
        while (_pairs.Length < threads) _pairs = [.. _pairs, new(code, qubits, widest)];
    }
}
