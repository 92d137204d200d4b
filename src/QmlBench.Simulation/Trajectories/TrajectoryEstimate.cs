namespace QmlBench.Simulation.Trajectories;

/// <summary>Averages over quantum trajectories with their uncertainty.</summary>
/// <param name="Values">One value per observable: P₀ v₀ + (1 − P₀) · mean of the sampled trajectories' own expectation values.</param>
/// <param name="Covariance">Covariance of the values, packed lower triangle (row i holds i + 1 numbers): (1 − P₀)² C/N with C the sample
/// covariance; the variance of a value at least what N trajectories can vouch for, ((1 − P₀)·2·Σ|w|/N)² for an observable of weights w,
/// because events rarer than 1/N may be missing from all of them. NaN for a single trajectory; 0 where nothing is random.</param>
/// <param name="Trajectories">Number N of trajectories sampled; 0 where the error-free one is all there is.</param>
/// <param name="ErrorFreeWeight">P₀, the exactly known weight of the error-free trajectory, which is run once and not sampled.</param>
public sealed record TrajectoryEstimate(
    ReadOnlyMemory<double> Values, ReadOnlyMemory<double> Covariance, int Trajectories, double ErrorFreeWeight)
{
    /// <summary>Standard error of one value.</summary>
    /// <param name="observable">Which one, from 0.</param>
    public double StandardError(int observable)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(observable);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(observable, Values.Length);
        return Math.Sqrt(Covariance.Span[(observable * (observable + 1) / 2) + observable]);
    }
}
