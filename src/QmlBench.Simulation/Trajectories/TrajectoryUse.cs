namespace QmlBench.Simulation.Trajectories;

/// <summary>What is asked of trajectories; decides which measurements must be carried out.</summary>
internal enum TrajectoryUse
{
    /// <summary>Observables without X or Y on a qubit that is measured at the end: such measurements change nothing.</summary>
    DiagonalObservables,

    /// <summary>Any observables of the state after all measurements.</summary>
    AllObservables,

    /// <summary>The classical bits; measurements at the end are read off the state.</summary>
    Records,
}
