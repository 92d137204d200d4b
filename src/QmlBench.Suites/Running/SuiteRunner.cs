using System.Collections.Concurrent;
using System.Collections.Immutable;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;

namespace QmlBench.Suites.Running;

/// <summary>
/// Runs what is not stored yet, writes each trial the moment it ends, and gathers the whole plan. Neither the number of jobs nor
/// an interruption changes a result: a killed run resumes and yields the same digest.
/// </summary>
public sealed class SuiteRunner(IResultStore store, ITrialWork work)
{
    // A timer counts milliseconds in 32 bits; a limit of weeks is no limit.
    private const double LongestTimer = 4e6;

    /// <summary>What the store knows of each trial of <paramref name="plan"/>, in its order.</summary>
    public ImmutableArray<TrialState> States(Plan plan) =>
    [
        .. plan.Trials.Select(trial => store.Has(trial.ResultKey)
            ? TrialState.Stored
            : store.HasIdentity(trial.IdentityHash) ? TrialState.Stale : TrialState.New),
    ];

    /// <summary>Runs the plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="jobs">Fits run at the same time, at least 1.</param>
    /// <param name="progress">Told of every trial that ends.</param>
    /// <param name="cancel">Stops between trials; finished ones are kept.</param>
    /// <exception cref="OperationCanceledException">The run was interrupted.</exception>
    public RunOutcome Run(Plan plan, int jobs, IProgress<RunProgress> progress, CancellationToken cancel)
    {
        var pending = plan.Trials.Where(trial => !store.Has(trial.ResultKey)).ToImmutableArray();
        var failures = new ConcurrentDictionary<string, TrialResult>(StringComparer.Ordinal);
        var tally = new Tally(pending.Length, progress);
        var options = new ParallelOptions { MaxDegreeOfParallelism = jobs, CancellationToken = cancel };
        var groups = Partitioner.Create(FitGroup.Of(plan.Suite, pending), EnumerablePartitionerOptions.NoBuffering);
        Parallel.ForEach(groups, options, group => Run(group, failures, tally, cancel));
        var results = plan.Trials
            .Select(trial => store.Find(trial.ResultKey) ?? failures[trial.ResultKey])
            .ToImmutableArray();
        return new(
            plan, results, pending.Length, plan.Trials.Length - pending.Length, failures.Count,
            ResultDigest.Of(results, plan.Trials.Length));
    }

    private void Run(FitGroup group, ConcurrentDictionary<string, TrialResult> failures, Tally tally, CancellationToken cancel)
    {
        var ended = new HashSet<string>(StringComparer.Ordinal);
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var seconds = group.Suite.Limits.TimeSeconds * group.Trials.Length;
        if (seconds < LongestTimer)
            limited.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            work.Run(group, result => End(result, ended, failures, tally), limited.Token);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // The loop over the groups sees the same token and says so once, for all threads.
        }
        catch (OperationCanceledException)
        {
            var error = $"The trials of one fit took longer than {seconds} s, the suite's limit of {group.Suite.Limits.TimeSeconds} s each.";
            Fail(group, error, ended, failures, tally);
        }
    }

    private void End(TrialResult result, HashSet<string> ended, ConcurrentDictionary<string, TrialResult> failures, Tally tally)
    {
        ended.Add(result.Key.ResultKey);
        if (result.Succeeded)
            store.Append(result);
        else
            failures[result.Key.ResultKey] = result;
        tally.Ended(result);
    }

    private void Fail(
        FitGroup group, string error, HashSet<string> ended, ConcurrentDictionary<string, TrialResult> failures, Tally tally)
    {
        foreach (var trial in group.Trials.Where(trial => !ended.Contains(trial.ResultKey)))
            End(TrialResult.Failure(TrialKey.Of(trial), error), ended, failures, tally);
    }

    private sealed class Tally(int total, IProgress<RunProgress> progress)
    {
        private readonly Lock _gate = new();
        private int _ended;
        private int _failed;

        public void Ended(TrialResult result)
        {
            lock (_gate)
            {
                _ended++;
                _failed += result.Succeeded ? 0 : 1;
                progress.Report(new(_ended, total, result.Key.Path, _failed));
            }
        }
    }
}
