using QmlBench.Suites.Results;

namespace QmlBench.Suites.Running;

/// <summary>Runs the trials of one fit. Thread-safe; a pure function of the group, so that order and threads change nothing.</summary>
public interface ITrialWork
{
    /// <summary>Trains once and hands over each result as it ends.</summary>
    /// <param name="group">The trials.</param>
    /// <param name="ended">Called once per trial, on the same thread.</param>
    /// <param name="cancel">Acts between training steps and rows; leaves no partial result.</param>
    void Run(FitGroup group, Action<TrialResult> ended, CancellationToken cancel);
}
