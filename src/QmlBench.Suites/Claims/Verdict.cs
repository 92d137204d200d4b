using System.Collections.Immutable;

namespace QmlBench.Suites.Claims;

/// <summary>A verdict on a claim, with how much of the declared data it rests on and why it is invalid if it is.</summary>
/// <param name="Kind">The verdict proper.</param>
/// <param name="PairsPresent">Pairs k that both arms have whole.</param>
/// <param name="PairsDeclared">Pairs n that the claim declares.</param>
/// <param name="Reasons">Why it is invalid, one sentence each; empty for every other kind.</param>
public sealed record Verdict(VerdictKind Kind, int PairsPresent, int PairsDeclared, ImmutableArray<string> Reasons)
{
    /// <summary>Whether the declared number of pairs is not reached yet, so that nothing may be concluded.</summary>
    public bool IsInterim => Kind == VerdictKind.Inconclusive && PairsPresent < PairsDeclared;

    /// <summary>
    /// The word for files and exit codes, without numbers: "supported", "not evaluated" and so on, as in a claim's <c>expect</c>.
    /// </summary>
    public string Name => NameOf(Kind);

    /// <summary>The words of every kind, as <c>expect</c> writes them.</summary>
    /// <param name="kind">A kind of verdict.</param>
    /// <returns>Lower-case words, "not evaluated" with a blank.</returns>
    public static string NameOf(VerdictKind kind) => kind switch
    {
        VerdictKind.NotEvaluated => "not evaluated",
        VerdictKind.Invalid => "invalid",
        VerdictKind.Supported => "supported",
        VerdictKind.Equivalent => "equivalent",
        VerdictKind.Refuted => "refuted",
        VerdictKind.Inconclusive => "inconclusive",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This is not a kind of verdict."),
    };

    /// <summary>Whether this is what the claim expected; a claim not evaluated is neither, so it never disagrees.</summary>
    /// <param name="expected">The kind that the claim's <c>expect</c> states.</param>
    /// <returns>False only if the claim was evaluated and came out otherwise.</returns>
    public bool Agrees(VerdictKind expected) => Kind == VerdictKind.NotEvaluated || Kind == expected;

    /// <inheritdoc/>
    public bool Equals(Verdict? other) => other is not null && Kind == other.Kind && PairsPresent == other.PairsPresent
        && PairsDeclared == other.PairsDeclared && Reasons.SequenceEqual(other.Reasons);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, PairsPresent, PairsDeclared, Reasons.Length);

    /// <summary>The verdict for readers: "supported", "inconclusive (interim 4 of 10)", "invalid: reason; reason".</summary>
    /// <returns>One line.</returns>
    public override string ToString() => this switch
    {
        { Kind: VerdictKind.Invalid, Reasons.IsEmpty: false } => $"{Name}: {string.Join("; ", Reasons)}",
        { IsInterim: true } => $"{Name} (interim {PairsPresent} of {PairsDeclared})",
        _ => Name,
    };
}
