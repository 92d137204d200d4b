namespace QmlBench.Simulation.Trajectories;

/// <summary>The places of one trajectory at which not the error-free alternative is taken for certain, with their numbers.</summary>
internal sealed class DrawnErrors
{
    private (int Site, double First, double Second)[] _errors = new (int, double, double)[16];

    /// <summary>How many.</summary>
    internal int Count { get; private set; }

    /// <summary>One of them, in order of the places.</summary>
    internal (int Site, double First, double Second) this[int index] => _errors[index];

    /// <summary>Draws all places.</summary>
    /// <param name="table">The places.</param>
    /// <param name="draws">The numbers.</param>
    /// <param name="trajectory">Number of the trajectory.</param>
    /// <param name="atLeastOne">True to draw under the condition that there is one.</param>
    internal void Draw(ErrorTable table, TrajectoryDraws draws, long trajectory, bool atLeastOne)
    {
        Count = 0;
        int site = 0;
        if (atLeastOne)
        {
            site = table.First(draws.Uniform(trajectory, ErrorTable.FirstPlace).First);
            (double first, double second) = draws.Uniform(trajectory, site);
            double free = table.ErrorFree(site);
            Add(site, Math.Min(free + ((1.0 - free) * first), Math.BitDecrement(1.0)), second);
            site++;
        }

        for (; site < table.Count; site++)
        {
            (double first, double second) = draws.Uniform(trajectory, site);
            if (first >= table.ErrorFree(site)) Add(site, first, second);
        }
    }

    /// <summary>None.</summary>
    internal void Clear() => Count = 0;

    private void Add(int site, double first, double second)
    {
        if (Count == _errors.Length) Array.Resize(ref _errors, 2 * Count);
        _errors[Count++] = (site, first, second);
    }
}
