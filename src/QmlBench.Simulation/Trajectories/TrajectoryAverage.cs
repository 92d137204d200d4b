namespace QmlBench.Simulation.Trajectories;

/// <summary>One estimate: the error-free trajectory once, then rounds of drawn ones.</summary>
internal sealed class TrajectoryAverage
{
    /// <summary>Trajectories between two looks at the standard error; also how many share one run of the error-free one.</summary>
    internal const int RoundSize = 64;

    private readonly TrajectoryCode _code;
    private readonly TrajectoryTeam _team;
    private readonly EffectReading _reading;
    private readonly BoundGate[] _gates;
    private readonly TrajectoryDraws _draws;
    private readonly TrajectoryStatistics _statistics;
    private readonly double[] _free;
    private readonly double[] _values;
    private readonly PauliMasks[][] _masks;
    private readonly double[][] _strings;
    private readonly Action<int>[] _reads;
    private readonly int _outer;
    private readonly int _inner;

    internal TrajectoryAverage(
        TrajectoryCode code, TrajectoryTeam team, EffectReading reading, BoundGate[] gates, TrajectoryDraws draws, int threads)
    {
        (_code, _team, _reading, _gates, _draws) = (code, team, reading, gates, draws);
        _statistics = new(reading.Count);
        _free = new double[reading.Count];
        _values = new double[RoundSize * reading.Count];
        team.Reserve(1);

        // Threads share a large state; with small ones each runs trajectories of its own.
        bool shares = team[0].Own.Register.Bits >= CellRegister.LeastSharedBits;
        (_outer, _inner) = shares ? (1, Math.Max(1, threads)) : (Math.Max(1, threads), 1);
        team.Reserve(_outer);
        _masks = [.. Enumerable.Range(0, _outer).Select(_ => new PauliMasks[reading.StringCount])];
        _strings = [.. Enumerable.Range(0, _outer).Select(_ => new double[reading.StringCount])];
        _reads = [.. Enumerable.Range(0, _outer).Select(t => (Action<int>)(i => Read(team[t].Own, t, ValuesOf(i))))];
    }

    /// <summary>Runs the budget.</summary>
    internal TrajectoryEstimate Run(TrajectoryBudget budget, CancellationToken cancel)
    {
        double weight = _code.Errors.Weight;
        bool isRandom = _code.Errors.Count > 0 && weight < 1.0;
        if (!isRandom || (weight > 0.0 && !_team[0].SharesPrefix)) Read(_team[0].RunFree(_gates, _inner, cancel), 0, _free);
        (int most, double target) = Limits(budget);
        while (isRandom && _statistics.Count < most && !Reaches(target))
            RunRound(Math.Min(RoundSize, most - _statistics.Count), cancel);
        return Result();
    }

    private static (int Most, double Target) Limits(TrajectoryBudget budget) => budget switch
    {
        TrajectoryBudget.Count count => (count.Trajectories, 0.0),
        TrajectoryBudget.Precision precision => (precision.Most, precision.StandardError),
        _ => throw new InvalidOperationException("Bug in QmlBench: unknown budget of trajectories."),
    };

    private bool Reaches(double target)
    {
        if (target <= 0.0 || _statistics.Count < 2) return false;
        double scale = 1.0 - _code.Errors.Weight;
        for (int k = 0; k < _reading.Count; k++)
            if (!(scale * Math.Sqrt(_statistics.Covariance(k, k)) <= target)) return false;
        return true;
    }

    private void RunRound(int count, CancellationToken cancel)
    {
        int first = _statistics.Count;
        if (_outer == 1) _team[0].Run(_gates, _draws, first, first + count, _inner, _reads[0], cancel);
        else Share(first, count, cancel);
        if (first == 0 && _team[0].SharesPrefix) Read(_team[0].FinishFree(_inner), 0, _free);
        for (int i = first; i < first + count; i++) _statistics.Add(ValuesOf(i));
    }

    private void Share(int first, int count, CancellationToken cancel)
    {
        int shares = Math.Min(_outer, count);
        var options = new ParallelOptions { MaxDegreeOfParallelism = shares, CancellationToken = cancel };
        Parallel.For(0, shares, options, t => _team[t].Run(
            _gates, _draws, first + (count * t / shares), first + (count * (t + 1) / shares), _inner, _reads[t], cancel));
    }

    private Span<double> ValuesOf(int trajectory) => _values.AsSpan(trajectory % RoundSize * _reading.Count, _reading.Count);

    private void Read(TrajectoryWorker worker, int thread, Span<double> values)
    {
        _reading.Place(worker.Register.Layout, _masks[thread]);
        worker.Read(_masks[thread], _strings[thread], _inner);
        _reading.Combine(_strings[thread], values);
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
            for (int p = 0; p <= o && isSampled; p++, at++) covariance[at] = rest * rest * _statistics.Covariance(o, p);
        }

        return new(values, covariance, _statistics.Count, weight);
    }
}
