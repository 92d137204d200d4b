namespace QmlBench.Devices;

/// <summary>One place where a native gate can act, with its figures.</summary>
public sealed record GateSite
{
    /// <summary>Makes a site.</summary>
    /// <param name="qubits">The operands in order, all different.</param>
    /// <param name="error">Average gate infidelity as reported, or null.</param>
    /// <param name="duration">Duration in seconds, or null.</param>
    /// <param name="bothOrders">Whether these figures stand for both orders of the two operands; the operands are then kept
    /// ascending.</param>
    /// <exception cref="ArgumentException">No operand, a negative or repeated one, or both orders of other than two operands.</exception>
    public GateSite(ValueList<int> qubits, double? error, double? duration, bool bothOrders = false)
    {
        if (qubits.IsEmpty || qubits.Any(q => q < 0) || qubits.Distinct().Count() != qubits.Count)
            throw new ArgumentException($"A gate site needs distinct, non-negative qubits; it has {qubits}.", nameof(qubits));
        if (bothOrders && qubits.Count != 2)
            throw new ArgumentException($"Only a site of two qubits can stand for both orders; it has {qubits}.", nameof(bothOrders));
        Qubits = bothOrders && qubits[0] > qubits[1] ? [qubits[1], qubits[0]] : qubits;
        Error = error;
        Duration = duration;
        BothOrders = bothOrders;
    }

    /// <summary>The operands in order; for a controlled gate the control is first.</summary>
    public ValueList<int> Qubits { get; }

    /// <summary>Average gate infidelity r = 1 − F_avg as reported; null if not given. A value of 1 or more marks a dead site.</summary>
    public double? Error { get; }

    /// <summary>Duration in seconds; null if not given.</summary>
    public double? Duration { get; }

    /// <summary>What else the vendor gives; <see cref="SiteDetails.None"/> if nothing.</summary>
    public SiteDetails Details { get; init; } = SiteDetails.None;

    /// <summary>Whether the figures stand for both orders of the two operands.</summary>
    public bool BothOrders { get; }

    /// <summary>Whether the vendor marks the site as out of order (error of 1 or more).</summary>
    public bool IsDead => Error >= 1;

    /// <summary>The operands as a profile writes them.</summary>
    /// <returns><c>3</c>, <c>0->1</c> for one order, <c>0-1</c> for both.</returns>
    public string Key() => string.Join(BothOrders ? "-" : "->", Qubits);
}
