using QmlBench.Simulation.States;

namespace QmlBench.Simulation.Trajectories;

/// <summary>One estimate: the error-free trajectory once, then rounds of drawn ones.</summary>
internal sealed class TrajectoryAverage
{
    /// <summary>Trajectories that share one run of the error-free one.</summary>
    internal const int RoundSize = 64;

    private readonly TrajectoryCode _code;
    private readonly TrajectoryTeam _team;
    private readonly EffectReading _reading;
    private readonly BoundGate[] _gates;
    private readonly TrajectoryDraws _draws;
    private readonly TrajectoryThreads _threads;
    private readonly TrajectoryStatistics _statistics;
    private readonly double[] _unseen;
    private readonly double[] _free;
    private readonly double[] _values;
    private readonly Action<int>[] _reads;

    internal TrajectoryAverage(
        TrajectoryCode code, TrajectoryTeam team, EffectSet effects, EffectReading reading, BoundGate[] gates, TrajectoryDraws draws,
        int threads)
    {
        (_code, _team, _reading, _gates, _draws) = (code, team, reading, gates, draws);
        _threads = new(team, threads);
        _statistics = new(reading.Count);
        _unseen = UnseenEvents.Of(effects, code.Errors.Weight);
        _free = new double[reading.Count];
        _values = new double[RoundSize * reading.Count];
        _reads = _threads.ForEach(Reading);
    }

    /// <summary>Runs the budget.</summary>
    internal TrajectoryEstimate Run(TrajectoryBudget budget, CancellationToken cancel)
    {
        double weight = _code.Errors.Weight;
        bool isRandom = _code.Errors.Count > 0 && weight < 1.0;
        if (!isRandom || (weight > 0.0 && !_team[0].SharesPrefix)) ReadFree(_team[0].RunFree(_gates, _threads.Inner, cancel));
        var rule = new StoppingRule(budget, _unseen.Max());
        int wanted = isRandom ? rule.First : 0;
        while (_statistics.Count < wanted)
        {
            RunRound(Math.Min(RoundSize, wanted - _statistics.Count), cancel);
            if (_statistics.Count == wanted) wanted = rule.Next(wanted, LargestError());
        }

        return Result();
    }

    private void RunRound(int count, CancellationToken cancel)
    {
        int first = _statistics.Count;
        _threads.Run(_gates, _draws, first, first + count, _reads, cancel);
        if (first == 0 && _team[0].SharesPrefix) ReadFree(_team[0].FinishFree(_threads.Inner));
        for (int i = first; i < first + count; i++) _statistics.Add(ValuesOf(i));
    }

    private Span<double> ValuesOf(int trajectory) => _values.AsSpan(trajectory % RoundSize * _reading.Count, _reading.Count);

    private Action<int> Reading(TrajectoryWorker worker)
    {
        var masks = new PauliMasks[_reading.StringCount];
        var strings = new double[_reading.StringCount];
        return trajectory => Read(worker, masks, strings, ValuesOf(trajectory));
    }

    private void ReadFree(TrajectoryWorker worker) =>
        Read(worker, new PauliMasks[_reading.StringCount], new double[_reading.StringCount], _free);

    private void Read(TrajectoryWorker worker, PauliMasks[] masks, double[] strings, Span<double> values)
    {
        _reading.Place(worker.Register.Layout, masks);
        worker.Read(masks, strings, _threads.Inner);
        _reading.Combine(strings, values);
    }

    private double LargestError()
    {
        double largest = 0.0;
        for (int k = 0; k < _reading.Count; k++) largest = Math.Max(largest, Covariance(k, k));
        return Math.Sqrt(largest);
    }

    // A spread that shows less than may have been missed is not believed.
    private double Covariance(int k, int l)
    {
        double rest = 1.0 - _code.Errors.Weight, shown = rest * rest * _statistics.Covariance(k, l);
        double unseen = _unseen[k] / _statistics.Count;
        return k == l ? Math.Max(shown, unseen * unseen) : shown;
    }

    private TrajectoryEstimate Result()
    {
        int k = _reading.Count;
        bool isSampled = _statistics.Count > 0;
        double weight = isSampled ? _code.Errors.Weight : 1.0, rest = 1.0 - weight;
        var values = new double[k];
        var covariance = new double[k * (k + 1) / 2];
        for (int o = 0, at = 0; o < k; o++)
        {
            values[o] = isSampled ? (weight * _free[o]) + (rest * _statistics.Mean(o)) : _free[o];
            for (int p = 0; p <= o && isSampled; p++, at++) covariance[at] = Covariance(o, p);
        }

        return new(values, covariance, _statistics.Count, weight);
    }
}
