using System.Collections.Immutable;
using QmlBench.Circuits.Observables;
using QmlBench.Emulation.Estimation;
using QmlBench.Emulation.Waist;

namespace QmlBench.Emulation.Programs;

/// <summary>Expectation values of rows with their covariance, empty when exact.</summary>
/// <param name="Values">Index row · observables + k.</param>
/// <param name="Covariance">Packed lower triangle per row.</param>
internal sealed record SampledValues(double[] Values, double[] Covariance)
{
    /// <summary>Draws the counts of every group and row and estimates all observables from them.</summary>
    /// <remarks>
    /// Groups share the shots of a row in proportion to Σ|coefficient|; each row draws from its own stream, group by group.
    /// </remarks>
    public static SampledValues Draw(
        ImmutableArray<MeasuredGroup> groups,
        double[] dense,
        int rows,
        ObservableSet observables,
        long total,
        RowStreams streams,
        CancellationToken cancel)
    {
        var count = observables.Count;
        var packed = count * (count + 1) / 2;
        var drawn = new SampledValues(Constants(observables, rows), new double[rows * packed]);
        double[] weights = [.. groups.Select(group => group.Group.Weight)];
        var shares = ShotShares.Of(total, weights);
        for (var group = 0; group < groups.Length; group++)
        {
            var values = new GroupValues(observables, groups[group].Group);
            var row = 0;
            foreach (var counts in groups[group].Draw(dense, rows, shares[group], streams.Derive("group", group), cancel))
            {
                drawn.Add(row++, SampleMoments.Of(counts.Counts, values.Of(counts.Outcomes), count), count, packed);
            }
        }

        return drawn;
    }

    private static double[] Constants(ObservableSet observables, int rows)
    {
        var values = new double[rows * observables.Count];
        for (var index = 0; index < values.Length; index++)
        {
            values[index] = observables[index % observables.Count].IdentityCoefficient;
        }

        return values;
    }

    private void Add(int row, SampleMoments moments, int count, int packed)
    {
        for (var k = 0; k < count; k++)
        {
            Values[(row * count) + k] += moments.Means[k];
        }

        for (var index = 0; index < packed; index++)
        {
            Covariance[(row * packed) + index] += moments.Covariance[index];
        }
    }
}
