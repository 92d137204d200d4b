using System.Collections.Immutable;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Engines;

/// <summary>The error of an average over trajectories that their spread does not show: what is rare may be missing from all of them.</summary>
/// <remarks>
/// N trajectories miss an event of probability 1/N more often than every third time. It moves a value by at most 2·Σ|w|, so it adds
/// (2·Σ|w|)²/N to the variance of one trajectory and 2·Σ|w|/N to the standard error of the mean; the error-free trajectory, whose weight P₀
/// is known, has no part in it. A spread below that is not believed.
/// </remarks>
internal static class UnseenEvents
{
    /// <summary>The least standard error that N trajectories can vouch for: (1 − P₀)·2·Σ|w|/N, 0 where nothing is random.</summary>
    /// <param name="terms">The Pauli strings of the observable with their weights w.</param>
    /// <param name="errorFree">P₀.</param>
    /// <param name="trajectories">N.</param>
    public static double ErrorOf(ImmutableArray<EffectTerm> terms, double errorFree, int trajectories) =>
        trajectories == 0 ? 0 : (1 - errorFree) * Range(terms) / trajectories;

    /// <summary>Trajectories that can vouch for a standard error of all observables, at most as many as allowed.</summary>
    public static int Least(EffectSet effects, double errorFree, double standardError, int most) => (int)Math.Min(
        most, Math.Ceiling((1 - errorFree) * effects.Members.Max(Range) / standardError));

    private static double Range(ImmutableArray<EffectTerm> terms)
    {
        var sum = 0.0;
        foreach (var term in terms)
        {
            // The identity has one value in every state.
            sum += term.Index == 0 ? 0 : Math.Abs(term.Weight);
        }

        return 2 * sum;
    }
}
