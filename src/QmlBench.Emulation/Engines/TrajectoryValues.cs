namespace QmlBench.Emulation.Engines;

/// <summary>Values averaged over trajectories.</summary>
/// <param name="Values">Index row · effects + k.</param>
/// <param name="Covariance">Of the means, packed lower triangle per row.</param>
/// <param name="Trajectories">Trajectories of each row.</param>
internal sealed record TrajectoryValues(double[] Values, double[] Covariance, long[] Trajectories);
