using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;

namespace QmlBench.Simulation.Trajectories;

/// <summary>Draws independent shots: as many as the weight of the error-free trajectory gives from that state, each other from a trajectory
/// of its own.</summary>
internal sealed class TrajectoryShots
{
    private const long OutcomePlace = ErrorTable.FirstPlace + 1;

    // The error-free one draws its shots where no other trajectory does.
    private const long FreeTrajectory = -1;

    private readonly TrajectoryCode _code;
    private readonly TrajectoryTeam _team;
    private readonly BoundGate[] _gates;
    private readonly StreamKey _stream;
    private readonly TrajectoryDraws _draws;
    private readonly MeasureStep[] _final;
    private readonly bool _readsQubits;
    private readonly TrajectoryThreads _threads;

    internal TrajectoryShots(
        NoisyCircuit circuit, TrajectoryCode code, TrajectoryTeam team, BoundGate[] gates, StreamKey stream, int threads)
    {
        (_code, _team, _gates, _stream, _draws, _threads) = (code, team, gates, stream, new(stream), new(team, threads));
        bool[] terminal = RecordUse.Terminal(circuit);
        _final = [.. circuit.Steps.Where((_, i) => terminal[i]).Cast<MeasureStep>()];
        _readsQubits = !circuit.Steps.Any(static s => s is MeasureStep);
    }

    /// <summary>Draws shots.</summary>
    /// <param name="shots">How many.</param>
    /// <param name="perTrajectory">How many of one trajectory.</param>
    /// <param name="cancel">Looked at between stages of a trajectory.</param>
    internal ulong[] Run(int shots, int perTrajectory, CancellationToken cancel)
    {
        var results = new ulong[shots];
        double weight = _code.Errors.Count > 0 ? _code.Errors.Weight : 1.0;
        RandomStream order = _stream.Derive("shots").Open();
        int free = (int)order.Binomial(shots, weight);
        if (free > 0)
        {
            TrajectoryWorker worker = _team[0].RunFree(_gates, _threads.Inner, cancel);
            Read(worker, worker.Sampler(), FreeTrajectory, results.AsSpan(0, free));
        }

        int trajectories = (int)((shots - free + (long)perTrajectory - 1) / perTrajectory);
        Action<int>[] reads = _threads.ForEach(worker =>
        {
            AmplitudeSampler sampler = worker.Sampler();
            return (Action<int>)(trajectory =>
            {
                int first = free + (trajectory * perTrajectory), count = Math.Min(perTrajectory, shots - first);
                Read(worker, sampler, trajectory, results.AsSpan(first, count));
            });
        });
        for (int first = 0; first < trajectories; first += TrajectoryAverage.RoundSize)
        {
            int end = Math.Min(trajectories, first + TrajectoryAverage.RoundSize);
            _threads.Run(_gates, _draws, first, end, reads, cancel);
        }

        order.Shuffle(results.AsSpan());
        return results;
    }

    private void Read(TrajectoryWorker worker, AmplitudeSampler sampler, long trajectory, Span<ulong> shots)
    {
        sampler.Prepare();
        for (int j = 0; j < shots.Length; j++) shots[j] = Shot(worker, sampler, trajectory, j);
    }

    private ulong Shot(TrajectoryWorker worker, AmplitudeSampler sampler, long trajectory, int number)
    {
        long place = OutcomePlace + (number * (1L + _final.Length));
        long qubits = sampler.Outcome(_draws.Uniform(trajectory, place).First);
        if (_readsQubits) return (ulong)qubits;
        ulong record = worker.Record;
        for (int m = 0; m < _final.Length; m++)
        {
            MeasureStep step = _final[m];
            int bit = (int)((qubits >> step.Qubit) & 1);
            if (step.Readout is { } readout)
                bit = _draws.Uniform(trajectory, place + 1 + m).First < readout.Probability(bit, 1) ? 1 : 0;
            record = bit == 1 ? record | (1UL << step.Clbit) : record & ~(1UL << step.Clbit);
        }

        return record;
    }
}
