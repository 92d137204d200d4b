namespace QmlBench.Devices.History;

/// <summary>One figure of one place on one day.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Place">Where: <c>3</c> for a qubit, <c>0-1</c> for a coupler whatever the order of its operands.</param>
/// <param name="Gate">The gate it belongs to; empty for T1, T2 and readout.</param>
/// <param name="Value">Seconds, or a probability; 1 for a gate that is out of order.</param>
public readonly record struct SiteFigure(FigureKind Kind, string Place, string Gate, double Value)
{
    /// <summary>Whether the vendor marks the place as out of order.</summary>
    public bool IsDead => Kind is FigureKind.OneQubitError or FigureKind.TwoQubitError && Value >= 1;

    /// <summary>The order of operands that is out of order where the other one works, <c>5->8</c>; null where there is none.</summary>
    public string? DeadOrder { get; init; }

    /// <summary>What is out of order here: all of it, one order of the operands (<c>cx 5->8</c>), or nothing.</summary>
    public IEnumerable<string> OutOfOrder => IsDead ? [Subject] : DeadOrder is { } order ? [$"{Gate} {order}"] : [];

    /// <summary>Place and gate: <c>cx 0-1</c>, or the qubit alone.</summary>
    public string Subject => Gate.Length == 0 ? Place : $"{Gate} {Place}";
}
