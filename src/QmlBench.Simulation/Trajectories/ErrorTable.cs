namespace QmlBench.Simulation.Trajectories;

/// <summary>For each place of a circuit the probability that its error-free alternative is taken whatever the state.</summary>
internal sealed class ErrorTable
{
    /// <summary>The place whose number decides where the first error is.</summary>
    internal const long FirstPlace = 1L << 40;

    // Below this weight the error-free trajectory is not worth a run of its own.
    private const double LeastWeight = 1e-9;

    private readonly double[] _free;
    private readonly double[] _until;

    internal ErrorTable(IEnumerable<TrajectoryStep> steps)
    {
        TrajectoryStep.OfSite[] sites = [.. steps.OfType<TrajectoryStep.OfSite>()];
        _free = [.. sites.Select(static s => s.Unravelling.ErrorFree)];
        _until = new double[_free.Length];
        double none = 1.0;
        for (int s = 0; s < _free.Length; s++)
        {
            none *= _free[s];
            _until[s] = 1.0 - none;
        }

        // Which places are reached depends on records where there are conditions.
        bool isFixed = steps.All(static s => s.Condition is null);
        Weight = isFixed && none >= LeastWeight ? none : 0.0;
    }

    /// <summary>Number of places.</summary>
    internal int Count => _free.Length;

    /// <summary>The known weight of the error-free trajectory; 0 if it is not run.</summary>
    internal double Weight { get; }

    /// <summary>Probability that the error-free alternative is taken for certain at a place.</summary>
    internal double ErrorFree(int site) => _free[site];

    /// <summary>The place of the first error, given that there is one.</summary>
    /// <param name="number">Uniform in [0, 1).</param>
    internal int First(double number)
    {
        double target = number * _until[^1];
        int low = 0, high = _until.Length - 1;
        while (low < high)
        {
            int middle = (low + high) / 2;
            if (_until[middle] > target) high = middle;
            else low = middle + 1;
        }

        return low;
    }
}
