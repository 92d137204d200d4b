using System.Collections.Immutable;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Programs;

/// <summary>Expectation values of rows without shots, part by part: exact, or by trajectories with their error.</summary>
/// <param name="Values">Index row · observables + k.</param>
/// <param name="Covariance">Packed lower triangle per row; empty if all parts are exact.</param>
/// <param name="Trajectories">Trajectories of the row that needed most, over all parts; 0 if all are exact.</param>
/// <param name="StandardError">Largest standard error of a value.</param>
/// <param name="Exact">Observables whose values are exact where some are not.</param>
internal sealed record ComputedValues(
    double[] Values, double[] Covariance, long Trajectories, double StandardError, ImmutableArray<int> Exact)
{
    /// <summary>Computes the values.</summary>
    /// <param name="parts">The parts with their terms.</param>
    /// <param name="dense">The rows.</param>
    /// <param name="rows">Number of rows.</param>
    /// <param name="observables">Number of observables.</param>
    /// <param name="precision">What trajectories aim at.</param>
    /// <param name="streams">Streams of the rows; each part has its own.</param>
    /// <param name="cancel">Acts between rows and parts.</param>
    public static ComputedValues Of(
        ImmutableArray<ObservedPart> parts,
        double[] dense,
        int rows,
        int observables,
        Budget.Precision precision,
        RowStreams streams,
        CancellationToken cancel)
    {
        if (parts is [{ Part.IsExact: true } only])
        {
            return new(only.Part.Engine.Expectations(dense, rows, only.Effects, cancel), [], 0, 0, []);
        }

        var sums = new ValueSums(rows, observables, inexact: parts.Any(part => !part.Part.IsExact));
        for (var index = 0; index < parts.Length; index++)
        {
            cancel.ThrowIfCancellationRequested();
            if (parts[index].Part.IsExact)
            {
                sums.Add(parts[index].Members, parts[index].Part.Engine.Expectations(dense, rows, parts[index].Effects, cancel));
                continue;
            }

            var share = new Budget.Precision(precision.StandardError / Math.Sqrt(MostParts(parts, parts[index])), precision.Most);
            sums.Add(parts[index].Members, parts[index].Part.Trajectories.Expectations(
                dense, rows, parts[index].Effects, share, streams.Derive("part", index), cancel));
        }

        return sums.Computed();
    }

    // Independent errors of m parts add up to √m times one.
    private static int MostParts(ImmutableArray<ObservedPart> parts, ObservedPart one) =>
        one.Members.Max(member => parts.Count(part => !part.Part.IsExact && part.Members.Contains(member)));
}
