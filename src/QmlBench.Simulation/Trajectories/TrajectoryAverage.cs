namespace QmlBench.Simulation.Trajectories;

/// <summary>One estimate: the error-free trajectory once, then rounds of drawn ones.</summary>
internal sealed class TrajectoryAverage
{
    // Trajectories between two looks at the standard error; also how many share one run of the error-free trajectory.
    private const int RoundSize = 64;

    // From here on threads share a state; below each runs trajectories of its own.
    private const int LeastSharedBits = 18;

    // Below this register a trajectory costs little more than its preparation.
    private const int LeastPrefixBits = 12;

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
        bool shares = team[0].Own.Register.Bits >= LeastSharedBits;
        (_outer, _inner) = shares ? (1, Math.Max(1, threads)) : (Math.Max(1, threads), 1);
        team.Reserve(_outer);
        _masks = [.. Enumerable.Range(0, _outer).Select(_ => new PauliMasks[reading.StringCount])];
        _strings = [.. Enumerable.Range(0, _outer).Select(_ => new double[reading.StringCount])];
    }

    private bool SharesPrefix =>
        _code.Errors.Weight > 0.0 && _code.IsStatic && _team[0].Own.Register.Bits >= LeastPrefixBits;

    /// <summary>Runs the budget.</summary>
    internal TrajectoryEstimate Run(TrajectoryBudget budget, CancellationToken cancel)
    {
        double weight = _code.Errors.Weight;
        bool isRandom = _code.Errors.Count > 0 && weight < 1.0;
        if ((weight > 0.0 && !SharesPrefix) || !isRandom) RunFree();
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

    private void RunFree()
    {
        TrajectoryPair pair = _team[0];
        pair.Errors.Clear();
        pair.Own.Run(_gates, pair.Errors, _inner);
        Read(pair.Own, 0, _free);
    }

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
        if (_outer == 1) RunShare(0, first, 0, count, cancel);
        else Share(first, count, cancel);
        for (int i = 0; i < count; i++) _statistics.Add(_values.AsSpan(i * _reading.Count, _reading.Count));
    }

    private void Share(int first, int count, CancellationToken cancel)
    {
        int shares = Math.Min(_outer, count);
        var options = new ParallelOptions { MaxDegreeOfParallelism = shares, CancellationToken = cancel };
        Parallel.For(
            0, shares, options, t => RunShare(t, first, count * t / shares, count * (t + 1) / shares, cancel));
    }

    private void RunShare(int thread, int first, int from, int to, CancellationToken cancel)
    {
        TrajectoryPair pair = _team[thread];
        bool conditional = _code.Errors.Weight > 0.0;
        if (SharesPrefix)
        {
            RunSorted(pair, thread, first, from, to, cancel);
            return;
        }

        for (int i = from; i < to; i++)
        {
            cancel.ThrowIfCancellationRequested();
            pair.Errors.Draw(_code.Errors, _draws, first + i, conditional);
            pair.Own.Run(_gates, pair.Errors, _inner);
            Read(pair.Own, thread, _values.AsSpan(i * _reading.Count, _reading.Count));
        }
    }

    // Those that leave the error-free trajectory early come first, so that its state is brought forward once.
    private void RunSorted(TrajectoryPair pair, int thread, int first, int from, int to, CancellationToken cancel)
    {
        pair.PrepareFree(_gates);
        pair.Order.Clear();
        for (int i = from; i < to; i++)
        {
            pair.Errors.Draw(_code.Errors, _draws, first + i, atLeastOne: true);
            pair.Order.Add((pair.Shared(_gates), i));
        }

        pair.Order.Sort();
        foreach ((int shared, int i) in pair.Order)
        {
            cancel.ThrowIfCancellationRequested();
            pair.Errors.Draw(_code.Errors, _draws, first + i, atLeastOne: true);
            pair.Own.Prepare(_gates, pair.Errors);
            pair.RunFrom(shared, _inner);
            Read(pair.Own, thread, _values.AsSpan(i * _reading.Count, _reading.Count));
        }

        if (first + from == 0) Read(pair.FinishFree(_inner), thread, _free);
    }

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
