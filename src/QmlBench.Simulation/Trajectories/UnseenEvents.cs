using System.Collections.Immutable;
using QmlBench.Simulation.States;

namespace QmlBench.Simulation.Trajectories;

/// <summary>The error of an average over trajectories that their spread does not show: what is rare may be missing from all of them.</summary>
/// <remarks>
/// N trajectories miss an event of probability 1/N more often than every third time. It moves a value by at most 2·Σ|w|, so it adds
/// (2·Σ|w|)²/N to the variance of one trajectory and 2·Σ|w|/N to the standard error of the mean; the error-free trajectory, whose weight P₀
/// is known, has no part in it. A spread below that is not believed.
/// </remarks>
internal static class UnseenEvents
{
    /// <summary>What one trajectory may leave unseen of each observable: (1 − P₀)·2·Σ|w|. N of them vouch for that divided by N.</summary>
    /// <param name="effects">The observables: Pauli strings with their weights w.</param>
    /// <param name="errorFree">P₀.</param>
    internal static double[] Of(EffectSet effects, double errorFree) =>
        [.. effects.Members.Select(terms => (1.0 - errorFree) * Range(terms))];

    private static double Range(ImmutableArray<EffectTerm> terms)
    {
        double sum = 0.0;
        foreach (EffectTerm term in terms)
        {
            // The identity has one value in every state.
            sum += term.Index == 0 ? 0.0 : Math.Abs(term.Weight);
        }

        return 2.0 * sum;
    }
}
