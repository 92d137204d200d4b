namespace QmlBench.Simulation.Trajectories;

/// <summary>Mean and covariance of values that come one trajectory after another, in their order.</summary>
/// <remarks>Sums of the differences from the first values, so that nothing cancels where all are alike.</remarks>
internal sealed class TrajectoryStatistics(int observables)
{
    private readonly double[] _origin = new double[observables];
    private readonly double[] _sums = new double[observables];
    private readonly double[] _products = new double[observables * (observables + 1) / 2];
    private readonly double[] _difference = new double[observables];

    /// <summary>Number of trajectories.</summary>
    internal int Count { get; private set; }

    /// <summary>Adds the values of one trajectory.</summary>
    internal void Add(ReadOnlySpan<double> values)
    {
        if (Count++ == 0) values.CopyTo(_origin);
        for (int k = 0, at = 0; k < observables; k++)
        {
            _difference[k] = values[k] - _origin[k];
            _sums[k] += _difference[k];
            for (int l = 0; l <= k; l++, at++) _products[at] += _difference[k] * _difference[l];
        }
    }

    /// <summary>Mean of one observable.</summary>
    internal double Mean(int k) => _origin[k] + (_sums[k] / Count);

    /// <summary>Covariance of the means of two observables, l ≤ k; NaN for a single trajectory.</summary>
    internal double Covariance(int k, int l)
    {
        double n = Count;
        double sum = _products[(k * (k + 1) / 2) + l] - (_sums[k] * _sums[l] / n);
        return Count < 2 ? double.NaN : (k == l ? Math.Max(0.0, sum) : sum) / (n * (n - 1.0));
    }
}
