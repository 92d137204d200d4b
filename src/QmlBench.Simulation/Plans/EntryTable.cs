namespace QmlBench.Simulation.Plans;

/// <summary>
/// Some entries of a map that depends on an angle, laid out for evaluation: all constants, then all factors of cos(θ/2), sin(θ/2), cos θ,
/// sin θ.
/// </summary>
internal sealed class EntryTable
{
    internal EntryTable(MapFactor factor, ReadOnlySpan<int> entries)
    {
        Count = entries.Length;
        Angle = factor.Angle;
        UsesHalf = factor.Map.UsesHalf;
        UsesFull = factor.Map.UsesFull;
        Parts = new double[5 * Count];
        for (int part = 0; part < 5; part++)
            for (int e = 0; e < Count; e++)
                Parts[(part * Count) + e] = factor.Map.Parts[part][entries[e]];
    }

    /// <summary>Number of entries.</summary>
    internal int Count { get; }

    /// <summary>Which angle of the plan, −1 if the map is constant.</summary>
    internal int Angle { get; }

    /// <summary>True if cos(θ/2) or sin(θ/2) occurs.</summary>
    internal bool UsesHalf { get; }

    /// <summary>True if cos θ or sin θ occurs.</summary>
    internal bool UsesFull { get; }

    /// <summary>The five parts, one after another.</summary>
    internal double[] Parts { get; }
}
