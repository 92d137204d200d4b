using System.Collections.Immutable;

namespace QmlBench.Emulation.Waist;

/// <summary>Expectation values with everything that is known about their error.</summary>
/// <param name="Rows">Number of rows.</param>
/// <param name="Observables">Number of observables.</param>
/// <param name="Values">⟨O_k⟩, index row · observables + k.</param>
/// <param name="Covariance">
/// Per row the covariance of the observables, packed lower triangle (index row · m(m+1)/2 + i(i+1)/2 + j, j ≤ i); empty = exact.
/// </param>
/// <param name="SharedError">
/// (rows · observables) × k: directions of errors common to rows (calibration, fits), each of unit variance; k = 0 when raw.
/// </param>
/// <param name="Spent">What was spent.</param>
/// <param name="Method">How the values were computed.</param>
/// <param name="Notices">Every fallback is a notice.</param>
public sealed record Estimates(
    int Rows,
    int Observables,
    ReadOnlyMemory<double> Values,
    ReadOnlyMemory<double> Covariance,
    ReadOnlyMemory<double> SharedError,
    Ledger Spent,
    Method Method,
    ImmutableArray<Notice> Notices)
{
    /// <summary>True when the values carry no statistical error.</summary>
    public bool IsExact => Covariance.IsEmpty && SharedError.IsEmpty;

    /// <summary>
    /// Observables whose values are exact though others carry an error: the variance 0 alone does not say so, because few trajectories
    /// may all agree.
    /// </summary>
    public ImmutableArray<int> ExactObservables { get; init; } = [];

    /// <summary>Whether the values of one observable carry no statistical error.</summary>
    public bool IsExactFor(int observable) => IsExact || ExactObservables.Contains(observable);

    /// <summary>The value of one observable in one row.</summary>
    public double Value(int row, int observable) => Values.Span[(row * Observables) + observable];

    /// <summary>The variance of one value: its own plus that of the shared errors; 0 when exact.</summary>
    public double Variance(int row, int observable)
    {
        var own = 0.0;
        if (!Covariance.IsEmpty)
        {
            var packed = Observables * (Observables + 1) / 2;
            own = Covariance.Span[(row * packed) + (observable * (observable + 1) / 2) + observable];
        }

        var directions = SharedError.Length / Math.Max(1, Rows * Observables);
        var shared = SharedError.Span.Slice(((row * Observables) + observable) * directions, directions);
        foreach (var error in shared)
        {
            own += error * error;
        }

        return own;
    }

    /// <summary>The standard error of one value; 0 when exact.</summary>
    public double StandardError(int row, int observable) => Math.Sqrt(Math.Max(0.0, Variance(row, observable)));
}
