using System.Collections.Immutable;
using QmlBench.Emulation.Estimation;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Programs;

/// <summary>Bitstrings of rows under a budget.</summary>
internal static class RecordedBits
{
    /// <summary>
    /// Shots that serve a budget where there are no probabilities: as asked, or as many as a frequency of one half needs to be known to
    /// the precision, 1/(4·σ²), at most as many as allowed.
    /// </summary>
    /// <param name="budget">The budget.</param>
    /// <param name="limits">The precision aimed at where the budget states none.</param>
    public static long Shots(Budget budget, Limits limits)
    {
        if (budget is Budget.Shots shots)
        {
            return shots.Total;
        }

        var wanted = limits.PrecisionOf(budget);
        return (long)Math.Min(wanted.Most, Math.Ceiling(0.25 / (wanted.StandardError * wanted.StandardError)));
    }

    /// <summary>The distribution of every row: exact probabilities or counts.</summary>
    /// <param name="part">The part that records the bits.</param>
    /// <param name="dense">The rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="budget">Budget of a row.</param>
    /// <param name="limits">The precision aimed at where the budget states none.</param>
    /// <param name="streams">Streams of the rows.</param>
    /// <param name="cancel">Acts between rows.</param>
    public static ImmutableArray<OutcomeDistribution> Of(
        Part part, double[] dense, int rows, Budget budget, Limits limits, RowStreams streams, CancellationToken cancel)
    {
        var bits = part.Circuit.ClbitCount;
        if (!part.IsExact)
        {
            var shots = Shots(budget, limits);
            var counts = part.Trajectories.Sample(dense, rows, shots, streams, cancel);
            return [.. counts.Select(ofRow => Distributions.Sampled(bits, ofRow, shots))];
        }

        var probabilities = part.Engine.Outcomes(dense, rows, cancel);
        var distributions = ImmutableArray.CreateBuilder<OutcomeDistribution>(rows);
        for (var row = 0; row < rows; row++)
        {
            cancel.ThrowIfCancellationRequested();
            var ofRow = probabilities.AsSpan(row << bits, 1 << bits);
            distributions.Add(budget is Budget.Shots each
                ? Distributions.Sampled(bits, OutcomeCounts.Drawn(ofRow, each.Total, streams.Open("shots", row)), each.Total)
                : Distributions.Exact(bits, ofRow));
        }

        return distributions.MoveToImmutable();
    }
}
