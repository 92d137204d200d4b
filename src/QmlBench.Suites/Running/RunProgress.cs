namespace QmlBench.Suites.Running;

/// <summary>Where a run stands.</summary>
/// <param name="Ended">Trials that ended in this run.</param>
/// <param name="Total">Trials this run has to do.</param>
/// <param name="Path">The trial that ended last, or the group that starts.</param>
/// <param name="Failed">Trials that failed.</param>
public sealed record RunProgress(int Ended, int Total, string Path, int Failed);
