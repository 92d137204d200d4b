namespace QmlBench.Transpilation;

/// <summary>Ranks the candidates of a compilation, those of its lower efforts too; equal ones are scored once.</summary>
/// <param name="target">The device.</param>
/// <param name="aim">What counts where there is no score.</param>
/// <param name="score">Larger is better; or null.</param>
internal sealed class CandidateRanking(Target target, Aim aim, Func<NativeCircuit, double>? score)
{
    private readonly List<Ranked> _ranked = [];

    /// <summary>A candidate with its rank and the exact sum that tells it from most others at once.</summary>
    private sealed record Ranked(CompileDraft Draft, double LogError, (double, double, int) Key);

    /// <summary>Smaller is better: what is asked for, then the success product, then the two-qubit gates.</summary>
    public (double, double, int) KeyOf(CompileDraft draft)
    {
        var error = SuccessProduct.NegativeLog(draft.Circuit, target);
        foreach (var one in _ranked)
            if (one.LogError.Equals(error) && IsSame(one.Draft, draft))
                return one.Key;
        // Rounded, so that sums in another order cannot turn a tie.
        var key = (Rounded(-Asked(draft)), Rounded(error), draft.Circuit.TwoQubitGateCount);
        _ranked.Add(new(draft, error, key));
        return key;
    }

    private static bool IsSame(CompileDraft one, CompileDraft other) =>
        one.FinalLayout.AsSpan().SequenceEqual(other.FinalLayout.AsSpan()) && one.Circuit.Equals(other.Circuit);

    private double Asked(CompileDraft draft) => score is not null ? score(draft.ToCandidate()) : aim switch
    {
        Aim.TwoQubit => -draft.Circuit.TwoQubitGateCount,
        Aim.Depth => -draft.Circuit.Depth(),
        _ => 0
    };

    private static double Rounded(double value) => Math.Abs(value) < 1e6 ? Math.Round(value, 9) : value;
}
