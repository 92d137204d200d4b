namespace QmlBench.Simulation.Kernels;

/// <summary>The working memory of one thread for sweeps: tiles, and one part of a large state.</summary>
internal sealed class SweepMemory(int rows, int partLength)
{
    /// <summary>Tiles.</summary>
    internal TileScratch Tiles { get; } = new(rows);

    /// <summary>One part of a large state.</summary>
    internal AlignedBuffer Part { get; } = new(partLength);
}
