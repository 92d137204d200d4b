namespace QmlBench.Emulation.Waist;

/// <summary>One bitstring of a distribution.</summary>
/// <param name="Bits">The bits, bit 0 least significant.</param>
/// <param name="Probability">Exact probability, or count / shots.</param>
/// <param name="Count">Number of shots; 0 when exact.</param>
public readonly record struct Outcome(ulong Bits, double Probability, long Count)
{
    /// <summary>Orders outcomes by their bits.</summary>
    public static IComparer<Outcome> ByBits { get; } = Comparer<Outcome>.Create((left, right) => left.Bits.CompareTo(right.Bits));
}
