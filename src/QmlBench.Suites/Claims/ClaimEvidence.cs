using System.Collections.Immutable;
using QmlBench.Suites.Statistics;

namespace QmlBench.Suites.Claims;

/// <summary>All that a verdict on one claim depends on, apart from the other claims.</summary>
public sealed record ClaimEvidence
{
    private readonly double _alpha;
    private readonly double _margin;
    private readonly int _pairsDeclared = 1;
    private readonly int _pairsPresent;

    /// <summary>
    /// Estimate of the difference with its standard error: of <see cref="PairedTInterval"/> for data draws, of
    /// <see cref="NadeauBengioInterval"/> for re-splits of a fixed data set. Null while there are fewer than two pairs.
    /// </summary>
    public StudentEstimate? Estimate { get; init; }

    /// <summary>Level α of the claim before Holm, strictly between 0 and 1; 0.05 is usual.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Not strictly between 0 and 1.</exception>
    public required double Alpha
    {
        get => _alpha;
        init => _alpha = Check.Level(value, nameof(value));
    }

    /// <summary>Margin ε ≥ 0 that the difference must exceed, in the unit of the metric.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, infinite or NaN.</exception>
    public required double Margin
    {
        get => _margin;
        init => _margin = value >= 0 && double.IsFinite(value)
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A margin is a width: it must be 0 or more, and finite.");
    }

    /// <summary>Number n ≥ 1 of pairs the claim declares.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public required int PairsDeclared
    {
        get => _pairsDeclared;
        init => _pairsDeclared = value >= 1
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A claim must declare at least 1 pair.");
    }

    /// <summary>Number k ≥ 0 of pairs that both arms have whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative.</exception>
    public required int PairsPresent
    {
        get => _pairsPresent;
        init => _pairsPresent = value >= 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "A number of pairs cannot be negative.");
    }

    /// <summary>True if pairs are lacking because the run was restricted (<c>--only</c>), not because it is unfinished.</summary>
    public bool LeftOut { get; init; }

    /// <summary>Why the comparison does not hold, one sentence each: budgets, pairs or data disagree, impossible scores.</summary>
    public ImmutableArray<string> Objections { get; init; } = [];

    /// <summary>Whether an interval may decide: all declared pairs and no more, no objection, an estimate.</summary>
    public bool IsComplete => PairsPresent == PairsDeclared && Objections.IsEmpty && Estimate is not null;
}
