using QmlBench.Numerics.Randomness;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;

namespace QmlBench.Simulation.Trajectories;

/// <summary>Draws independent shots: as many as the weight of the error-free trajectory gives from that state, each other from a trajectory
/// of its own.</summary>
internal sealed class TrajectoryShots
{
    private const long OutcomePlace = ErrorTable.FirstPlace + 1;

    private readonly TrajectoryCode _code;
    private readonly TrajectoryPair _pair;
    private readonly BoundGate[] _gates;
    private readonly StreamKey _stream;
    private readonly TrajectoryDraws _draws;
    private readonly MeasureStep[] _final;
    private readonly bool _readsQubits;
    private readonly int _threads;

    internal TrajectoryShots(
        NoisyCircuit circuit, TrajectoryCode code, TrajectoryTeam team, BoundGate[] gates, StreamKey stream, int threads)
    {
        team.Reserve(1);
        (_code, _pair, _gates, _stream, _draws, _threads) = (code, team[0], gates, stream, new(stream), threads);
        bool[] terminal = RecordUse.Terminal(circuit);
        _final = [.. circuit.Steps.Where((_, i) => terminal[i]).Cast<MeasureStep>()];
        _readsQubits = !circuit.Steps.Any(static s => s is MeasureStep);
    }

    /// <summary>Draws shots.</summary>
    internal ulong[] Run(int shots, CancellationToken cancel)
    {
        var results = new ulong[shots];
        AmplitudeSampler sampler = _pair.Own.Sampler();
        bool isRandom = _code.Errors.Count > 0;
        double weight = isRandom ? _code.Errors.Weight : 1.0;
        RandomStream order = _stream.Derive("shots").Open();
        int free = (int)order.Binomial(shots, weight);
        if (free > 0)
        {
            _pair.Errors.Clear();
            _pair.Own.Run(_gates, _pair.Errors, _threads);
            sampler.Prepare();
            for (int i = 0; i < free; i++) results[i] = Shot(sampler, i);
        }

        for (int i = free; i < shots; i++)
        {
            cancel.ThrowIfCancellationRequested();
            _pair.Errors.Draw(_code.Errors, _draws, i, atLeastOne: weight > 0.0);
            _pair.Own.Run(_gates, _pair.Errors, _threads);
            sampler.Prepare();
            results[i] = Shot(sampler, i);
        }

        order.Shuffle(results.AsSpan());
        return results;
    }

    private ulong Shot(AmplitudeSampler sampler, int number)
    {
        long qubits = sampler.Outcome(_draws.Uniform(number, OutcomePlace).First);
        if (_readsQubits) return (ulong)qubits;
        ulong record = _pair.Own.Record;
        for (int m = 0; m < _final.Length; m++)
        {
            MeasureStep step = _final[m];
            int bit = (int)((qubits >> step.Qubit) & 1);
            if (step.Readout is { } readout)
                bit = _draws.Uniform(number, OutcomePlace + 1 + m).First < readout.Probability(bit, 1) ? 1 : 0;
            record = bit == 1 ? record | (1UL << step.Clbit) : record & ~(1UL << step.Clbit);
        }

        return record;
    }
}
