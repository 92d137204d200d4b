using System.Collections.Immutable;

namespace QmlBench.Circuits;

/// <summary>One comparison of classical bits with a number.</summary>
/// <param name="Clbits">Bits compared, least significant first; at most 64.</param>
/// <param name="Value">Number they are compared with.</param>
/// <param name="Negated">False: met if equal. True: met if different.</param>
public sealed record ConditionTerm(ImmutableArray<int> Clbits, ulong Value, bool Negated)
{
    /// <summary>Whether the bits satisfy this comparison.</summary>
    /// <param name="clbits">All classical bits of the circuit.</param>
    public bool IsMet(ReadOnlySpan<bool> clbits)
    {
        ulong value = 0;
        for (int i = 0; i < Clbits.Length; i++)
            if (clbits[Clbits[i]]) value |= 1UL << i;
        return (value == Value) != Negated;
    }

    /// <inheritdoc/>
    public bool Equals(ConditionTerm? other) =>
        other is not null && Value == other.Value && Negated == other.Negated && Clbits.AsSpan().SequenceEqual(other.Clbits.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Negated, Clbits.Length, Clbits.IsEmpty ? -1 : Clbits[0]);
}
