namespace QmlBench.Simulation.Trajectories;

/// <summary>How many trajectories are run.</summary>
public abstract record TrajectoryBudget
{
    private TrajectoryBudget()
    {
    }

    /// <summary>A fixed number.</summary>
    /// <param name="trajectories">At least 1; a standard error needs 2.</param>
    /// <exception cref="ArgumentOutOfRangeException">The number is below 1.</exception>
    public static TrajectoryBudget Fixed(int trajectories)
    {
        if (trajectories < 1)
            throw new ArgumentOutOfRangeException(
                nameof(trajectories), $"At least one trajectory is needed for an average; {trajectories} were asked for.");
        return new Count(trajectories);
    }

    /// <summary>
    /// As many as bring every standard error to the one asked for: first as many as can vouch for it, (1 − P₀)·2·Σ|w|/σ and at least 64,
    /// then as many as their spread says are needed.
    /// </summary>
    /// <param name="standardError">The standard error asked for, positive.</param>
    /// <param name="most">Most trajectories, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The error is not positive, or the number is below 1.</exception>
    public static TrajectoryBudget Until(double standardError, int most)
    {
        if (!(standardError > 0.0) || !double.IsFinite(standardError))
            throw new ArgumentOutOfRangeException(
                nameof(standardError), $"A standard error to reach is positive and finite; it is {standardError}.");
        return new Precision(standardError, ((Count)Fixed(most)).Trajectories);
    }

    /// <summary>A fixed number.</summary>
    internal sealed record Count(int Trajectories) : TrajectoryBudget;

    /// <summary>A standard error to reach, and the most trajectories to spend.</summary>
    internal sealed record Precision(double StandardError, int Most) : TrajectoryBudget;
}
