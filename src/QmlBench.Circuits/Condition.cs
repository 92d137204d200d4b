using System.Collections.Immutable;

namespace QmlBench.Circuits;

/// <summary>
/// Classical condition of an operation: a conjunction of comparisons of classical bits with numbers. The operation happens if all hold.
/// </summary>
/// <remarks>Nested <c>if</c>s become one conjunction. The bits are the recorded ones, at the moment the operation is reached.</remarks>
public sealed class Condition : IEquatable<Condition>
{
    private Condition(ImmutableArray<ConditionTerm> terms) => Terms = terms;

    /// <summary>A single comparison: the bits, read as a number with the first bit least significant, against a value.</summary>
    /// <param name="clbits">1 to 64 different classical bits, least significant first.</param>
    /// <param name="value">Number compared with.</param>
    /// <param name="negated">True: met if different from <paramref name="value"/>.</param>
    /// <exception cref="ArgumentException">No bits, more than 64, or one named twice.</exception>
    public Condition(ImmutableArray<int> clbits, ulong value, bool negated = false)
        : this([new ConditionTerm(clbits, value, negated)])
    {
        if (clbits.IsDefaultOrEmpty || clbits.Length > 64)
            throw new ArgumentException($"A comparison takes 1 to 64 classical bits, not {(clbits.IsDefault ? 0 : clbits.Length)}.",
                nameof(clbits));
        if (clbits.Distinct().Count() != clbits.Length)
            throw new ArgumentException("A classical bit occurs twice in one comparison.", nameof(clbits));
    }

    /// <summary>The comparisons, all of which must hold; at least one.</summary>
    public ImmutableArray<ConditionTerm> Terms { get; }

    /// <summary>Every classical bit read, ascending.</summary>
    public IEnumerable<int> Clbits => Terms.SelectMany(term => term.Clbits).Distinct().Order();

    /// <summary>Condition that one classical bit has a value.</summary>
    public static Condition Bit(int clbit, bool value = true) => new([clbit], value ? 1UL : 0UL);

    /// <summary>Both conditions together.</summary>
    public Condition And(Condition other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new([.. Terms, .. other.Terms.Where(term => !Terms.Contains(term))]);
    }

    /// <summary>Whether the classical bits satisfy the condition.</summary>
    /// <param name="clbits">All classical bits of the circuit.</param>
    public bool IsMet(ReadOnlySpan<bool> clbits)
    {
        foreach (ConditionTerm term in Terms)
            if (!term.IsMet(clbits)) return false;
        return true;
    }

    /// <summary>The same condition with every classical bit <c>i</c> renamed to <c>newIndexOfOld[i]</c>.</summary>
    public Condition Map(ReadOnlySpan<int> newIndexOfOld)
    {
        var terms = new ConditionTerm[Terms.Length];
        for (int i = 0; i < terms.Length; i++)
        {
            var clbits = new int[Terms[i].Clbits.Length];
            for (int j = 0; j < clbits.Length; j++) clbits[j] = newIndexOfOld[Terms[i].Clbits[j]];
            terms[i] = Terms[i] with { Clbits = [.. clbits] };
        }

        return new Condition([.. terms]);
    }

    /// <inheritdoc/>
    public bool Equals(Condition? other) => other is not null && Terms.SequenceEqual(other.Terms);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Condition);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Terms.Length, Terms[0]);
}
