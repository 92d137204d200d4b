namespace QmlBench.Emulation.Estimation;

/// <summary>Means of the observables of one measured group and the covariance of these means, from counted outcomes.</summary>
internal sealed class SampleMoments
{
    private readonly double[] _means;
    private readonly double[] _products;
    private readonly int _observables;

    private SampleMoments(int observables)
    {
        _observables = observables;
        _means = new double[observables];
        _products = new double[observables * (observables + 1) / 2];
    }

    /// <summary>Means, one per observable.</summary>
    public ReadOnlySpan<double> Means => _means;

    /// <summary>Covariance of the means, packed lower triangle.</summary>
    public ReadOnlySpan<double> Covariance => _products;

    /// <summary>The moments of counts.</summary>
    /// <param name="counts">Count of each outcome.</param>
    /// <param name="values">Value of observable k at an outcome, index outcome · observables + k.</param>
    /// <param name="observables">Number of observables.</param>
    /// <remarks>
    /// Covariance of the mean: Σ c(a_k − m_k)(a_l − m_l)/(n(n − 1)). A single shot says nothing about its spread; then
    /// a_k·a_l stands in, which is never too small for a mean of 0.
    /// </remarks>
    public static SampleMoments Of(ReadOnlySpan<long> counts, ReadOnlySpan<double> values, int observables)
    {
        var moments = new SampleMoments(observables);
        var shots = 0L;
        foreach (var count in counts)
        {
            shots += count;
        }

        for (var outcome = 0; outcome < counts.Length; outcome++)
        {
            moments.AddMean(counts[outcome] / (double)shots, values.Slice(outcome * observables, observables));
        }

        for (var outcome = 0; outcome < counts.Length; outcome++)
        {
            if (counts[outcome] > 0)
            {
                moments.AddSpread(counts[outcome], shots, values.Slice(outcome * observables, observables));
            }
        }

        return moments;
    }

    private void AddMean(double share, ReadOnlySpan<double> values)
    {
        for (var k = 0; k < _observables; k++)
        {
            _means[k] += share * values[k];
        }
    }

    private void AddSpread(long count, long shots, ReadOnlySpan<double> values)
    {
        var packed = 0;
        var weight = shots > 1 ? count / ((double)shots * (shots - 1)) : 1;
        for (var k = 0; k < _observables; k++)
        {
            var first = shots > 1 ? values[k] - _means[k] : values[k];
            for (var l = 0; l <= k; l++)
            {
                var second = shots > 1 ? values[l] - _means[l] : values[l];
                _products[packed++] += weight * first * second;
            }
        }
    }
}
