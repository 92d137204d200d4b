namespace QmlBench.Devices.Noise;

/// <summary>Where an entry about noise holds: one order of operands, both orders of two, or every place of the gate.</summary>
/// <param name="Qubits">The operands in order; empty for every place.</param>
/// <param name="BothOrders">Whether the entry holds for both orders of two operands; they are then ascending.</param>
public sealed record NoiseSite(ValueList<int> Qubits, bool BothOrders) : IComparable<NoiseSite>
{
    /// <summary>The word for every place.</summary>
    public const string EveryWord = "every";

    /// <summary>Every place of a gate, or every qubit.</summary>
    public static NoiseSite Every { get; } = new([], false);

    /// <summary>Whether this stands for every place that has no entry of its own.</summary>
    public bool IsEvery => Qubits.IsEmpty;

    /// <summary>The site of operands; two with both orders are put in ascending order.</summary>
    /// <param name="qubits">The operands.</param>
    /// <param name="bothOrders">Whether the order does not matter.</param>
    public static NoiseSite Of(ValueList<int> qubits, bool bothOrders) =>
        bothOrders && qubits.Count == 2 && qubits[0] > qubits[1] ? new([qubits[1], qubits[0]], true) : new(qubits, bothOrders);

    /// <summary>Whether the entry is about these operands by name (not by <see cref="Every"/>).</summary>
    /// <param name="operands">The operands of the gate, in order.</param>
    public bool Names(ReadOnlySpan<int> operands) =>
        Qubits.AsSpan().SequenceEqual(operands)
        || (BothOrders && operands.Length == 2 && Qubits.Count == 2 && Qubits[0] == operands[1] && Qubits[1] == operands[0]);

    /// <summary>The most special of some entries for given operands: the one that names them, else the one for every place.</summary>
    /// <typeparam name="T">Entry.</typeparam>
    /// <param name="entries">The entries.</param>
    /// <param name="site">The site of an entry.</param>
    /// <param name="operands">The operands of the gate, in order.</param>
    /// <returns>The entry, or null.</returns>
    public static T? Find<T>(ValueList<T> entries, Func<T, NoiseSite> site, ReadOnlySpan<int> operands)
        where T : class
    {
        T? everywhere = null;
        foreach (T entry in entries)
        {
            if (site(entry).Names(operands))
                return entry;
            everywhere = site(entry).IsEvery ? entry : everywhere;
        }
        return everywhere;
    }

    /// <summary>The site as a profile writes it.</summary>
    /// <returns><c>3</c>, <c>0->1</c>, <c>0-1</c> or <c>every</c>.</returns>
    public string Key() => IsEvery ? EveryWord : string.Join(BothOrders ? "-" : "->", Qubits);

    /// <summary>Orders <see cref="Every"/> first, then by operands.</summary>
    /// <param name="other">The other site.</param>
    public int CompareTo(NoiseSite? other)
    {
        if (other is null)
            return 1;
        int operands = Qubits.AsSpan().SequenceCompareTo(other.Qubits.AsSpan());
        return operands != 0 ? operands : BothOrders.CompareTo(other.BothOrders);
    }

    /// <inheritdoc/>
    public override string ToString() => Key();

    /// <summary>Whether <paramref name="left"/> sorts before <paramref name="right"/>.</summary>
    public static bool operator <(NoiseSite left, NoiseSite right) => left.CompareTo(right) < 0;

    /// <summary>Whether <paramref name="left"/> sorts after <paramref name="right"/>.</summary>
    public static bool operator >(NoiseSite left, NoiseSite right) => left.CompareTo(right) > 0;

    /// <summary>Whether <paramref name="left"/> sorts before or equal to <paramref name="right"/>.</summary>
    public static bool operator <=(NoiseSite left, NoiseSite right) => left.CompareTo(right) <= 0;

    /// <summary>Whether <paramref name="left"/> sorts after or equal to <paramref name="right"/>.</summary>
    public static bool operator >=(NoiseSite left, NoiseSite right) => left.CompareTo(right) >= 0;
}
