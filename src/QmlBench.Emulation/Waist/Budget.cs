namespace QmlBench.Emulation.Waist;

/// <summary>How much one row may cost.</summary>
public abstract record Budget
{
    private Budget()
    {
    }

    /// <summary>The exact value, without shots.</summary>
    public static Budget ExactValue { get; } = new Exact();

    /// <summary>Exact expectation values and probabilities.</summary>
    public sealed record Exact : Budget;

    /// <summary>A number of shots.</summary>
    /// <param name="Total">Total shots of a row; groups of commuting observables share them in proportion to Σ|coefficient|.</param>
    public sealed record Shots(long Total) : Budget
    {
        /// <summary>Total shots of a row, at least 1.</summary>
        public long Total { get; } = Total > 0
            ? Total
            : throw new ArgumentOutOfRangeException(nameof(Total), Total, "A budget of shots needs at least one shot.");
    }

    /// <summary>Exact values where they can be had, else trajectories or shots until a standard error is reached.</summary>
    /// <param name="StandardError">The standard error wanted of every value of a row.</param>
    /// <param name="Most">Most trajectories or shots of a row; a notice says where they did not suffice.</param>
    public sealed record Precision(double StandardError, long Most) : Budget
    {
        /// <summary>The standard error wanted, finite and above 0.</summary>
        public double StandardError { get; } = double.IsFinite(StandardError) && StandardError > 0
            ? StandardError
            : throw new ArgumentOutOfRangeException(
                nameof(StandardError), StandardError, "A budget of precision needs a standard error above 0.");

        /// <summary>Most trajectories or shots of a row, at least 2: one says nothing about its spread.</summary>
        public long Most { get; } = Most >= 2
            ? Most
            : throw new ArgumentOutOfRangeException(nameof(Most), Most, "A budget of precision needs at least two trajectories or shots.");
    }
}
