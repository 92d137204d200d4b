using System.Collections.Immutable;

namespace QmlBench.Emulation.Waist;

/// <summary>Bitstring outcomes of every row.</summary>
/// <param name="Bits">Number of classical bits of an outcome; bit 0 is the least significant.</param>
/// <param name="Distributions">One distribution per row.</param>
/// <param name="Spent">What was spent.</param>
/// <param name="Method">How they were computed.</param>
/// <param name="Notices">Every fallback is a notice.</param>
public sealed record Samples(
    int Bits,
    ImmutableArray<OutcomeDistribution> Distributions,
    Ledger Spent,
    Method Method,
    ImmutableArray<Notice> Notices);
