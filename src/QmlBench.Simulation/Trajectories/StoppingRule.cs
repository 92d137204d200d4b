namespace QmlBench.Simulation.Trajectories;

/// <summary>When an average over trajectories may stop.</summary>
/// <remarks>
/// Whoever looks at the spread after every few trajectories, and stops the first time that it is small enough, picks the spreads that are
/// too small by chance. So the looks are few: the first at as many trajectories as can vouch for the error asked at all
/// (<see cref="UnseenEvents"/>), each other at as many as the spread then says are needed, and a tenth more, so that one more look is
/// likely to be the last. See Stein, Ann. Math. Statist. 16, 243 (1945).
/// </remarks>
internal readonly struct StoppingRule
{
    private const double Reserve = 1.1;
    private readonly double _target;
    private readonly int _most;

    /// <summary>The rule of a budget.</summary>
    /// <param name="budget">The budget.</param>
    /// <param name="unseen">The largest of what one trajectory may leave unseen.</param>
    internal StoppingRule(TrajectoryBudget budget, double unseen)
    {
        (_target, _most) = budget switch
        {
            TrajectoryBudget.Count count => (double.PositiveInfinity, count.Trajectories),
            TrajectoryBudget.Precision precision => (precision.StandardError, precision.Most),
            _ => throw new InvalidOperationException("Bug in QmlBench: unknown budget of trajectories."),
        };
        First = double.IsInfinity(_target) ? _most : AtMost(Math.Max(TrajectoryAverage.RoundSize, unseen / _target));
    }

    /// <summary>Trajectories before the first look.</summary>
    internal int First { get; }

    /// <summary>Trajectories before the next look; no more than there are where the average may stop.</summary>
    /// <param name="count">Trajectories there are.</param>
    /// <param name="largest">Largest standard error of an observable.</param>
    internal int Next(int count, double largest) =>
        largest > _target ? AtMost(Reserve * count * (largest / _target) * (largest / _target)) : count;

    private int AtMost(double wanted) => (int)Math.Min(_most, Math.Ceiling(wanted));
}
