namespace QmlBench.Simulation.Trajectories;

/// <summary>Blocks that are run one after another on one part of the amplitudes, then on the next part; or one event on all of
/// them.</summary>
/// <param name="PartBits">The bits of the index that differ inside a part; 0 for an event.</param>
/// <param name="First">Number of the first operation.</param>
/// <param name="Count">Number of operations.</param>
internal readonly record struct TrajectoryStage(int PartBits, int First, int Count)
{
    /// <summary>True for a look at the whole state.</summary>
    internal bool IsEvent => PartBits == 0;
}
