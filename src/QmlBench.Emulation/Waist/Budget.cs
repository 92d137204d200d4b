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

    /// <summary>Shots until a standard error is reached.</summary>
    /// <param name="StandardError">The standard error wanted, above 0.</param>
    /// <param name="MostShots">Most shots of a row.</param>
    public sealed record Precision(double StandardError, long MostShots) : Budget;
}
