namespace QmlBench.Devices;

/// <summary>A pair of qubits that a two-qubit gate can join.</summary>
/// <remarks>One order only where the device has gates in that order alone (IBM's <c>ecr</c>). With both orders the smaller index stands
/// first.</remarks>
public readonly record struct Coupler : IComparable<Coupler>
{
    /// <summary>Makes a coupler.</summary>
    /// <param name="first">First operand.</param>
    /// <param name="second">Second operand, another qubit.</param>
    /// <param name="bothOrders">Whether gates may act in both orders.</param>
    /// <exception cref="ArgumentException">The qubits are equal or negative.</exception>
    public Coupler(int first, int second, bool bothOrders)
    {
        if (first == second || first < 0 || second < 0)
            throw new ArgumentException($"A coupler joins two different qubits; got {first} and {second}.", nameof(second));
        (First, Second) = bothOrders && first > second ? (second, first) : (first, second);
        BothOrders = bothOrders;
    }

    /// <summary>First operand.</summary>
    public int First { get; }

    /// <summary>Second operand.</summary>
    public int Second { get; }

    /// <summary>Whether gates may act in both orders.</summary>
    public bool BothOrders { get; }

    /// <summary>Orders by first, then second operand.</summary>
    /// <param name="other">The coupler to compare with.</param>
    /// <returns>Negative, zero or positive.</returns>
    public int CompareTo(Coupler other) =>
        (First, Second, BothOrders).CompareTo((other.First, other.Second, other.BothOrders));

    /// <summary>The pair as a profile writes it.</summary>
    /// <returns><c>0-1</c> for both orders, <c>0->1</c> for one.</returns>
    public override string ToString() => $"{First}{(BothOrders ? "-" : "->")}{Second}";

    /// <summary>Whether <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    public static bool operator <(Coupler left, Coupler right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    public static bool operator >(Coupler left, Coupler right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> sorts before or equal to <paramref name="right"/>.</summary>
    public static bool operator <=(Coupler left, Coupler right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> sorts after or equal to <paramref name="right"/>.</summary>
    public static bool operator >=(Coupler left, Coupler right) => left.CompareTo(right) >= 0;
}
