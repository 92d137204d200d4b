using System.Collections.Concurrent;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;
using QmlBench.Suites.Running;

namespace QmlBench.Tests.Suites.Running;

public sealed class SuiteRunnerTests
{
    private sealed class MemoryStore : IResultStore
    {
        private readonly ConcurrentDictionary<string, TrialResult> _results = new(StringComparer.Ordinal);

        public string Location => "memory";

        public int Count => _results.Count;

        public bool Has(string resultKey) => _results.ContainsKey(resultKey);

        public TrialResult? Find(string resultKey) => _results.GetValueOrDefault(resultKey);

        public bool HasIdentity(string identityHash) => _results.Values.Any(result => result.Key.IdentityHash == identityHash);

        public void Append(TrialResult result) => Assert.True(_results.TryAdd(result.Key.ResultKey, result));

        public void Record(RunRecord run)
        {
        }

        public IReadOnlyList<RunRecord> Runs() => [];

        public RunRecord? FindRun(string name) => null;

        public IReadOnlyList<VerdictEntry> VerdictHistory() => [];

        public void Dispose()
        {
        }
    }

    private sealed class FakeWork(Action<Trial>? before = null) : ITrialWork
    {
        private int _fits;

        public int Fits => _fits;

        public void Run(FitGroup group, Action<TrialResult> ended, CancellationToken cancel)
        {
            Interlocked.Increment(ref _fits);
            foreach (var trial in group.Trials)
            {
                cancel.ThrowIfCancellationRequested();
                before?.Invoke(trial);
                ended(SampleResults.Trial(trial.IdentityHash, trial.Draw) with { Key = TrialKey.Of(trial) });
            }
        }
    }

    private sealed class Silent : IProgress<RunProgress>
    {
        public List<RunProgress> Seen { get; } = [];

        public void Report(RunProgress value) => Seen.Add(value);
    }

    private static Plan MakePlan() => new Planner(new FixedInputs()).Make(SampleSuite.Read(SampleSuite.Text), null);

    [Fact]
    public void RunsEveryTrialOnceAndTrainsOncePerFit()
    {
        var plan = MakePlan();
        var work = new FakeWork();
        var progress = new Silent();
        using var store = new MemoryStore();
        var outcome = new SuiteRunner(store, work).Run(plan, 2, progress, TestContext.Current.CancellationToken);
        Assert.Equal((plan.Trials.Length, 0, 0), (outcome.Ran, outcome.Stored, outcome.Failed));
        Assert.Equal(plan.Trials.Select(trial => trial.FitKey).Distinct().Count(), work.Fits);
        Assert.Equal(plan.Trials.Length, progress.Seen.Count);
        Assert.NotNull(outcome.Digest);
    }

    [Fact]
    public void ASecondRunRunsNothingAndHasTheSameDigest()
    {
        var plan = MakePlan();
        using var store = new MemoryStore();
        var first = new SuiteRunner(store, new FakeWork()).Run(plan, 1, new Silent(), TestContext.Current.CancellationToken);
        var again = new FakeWork(_ => Assert.Fail("a stored trial ran again"));
        var second = new SuiteRunner(store, again).Run(plan, 2, new Silent(), TestContext.Current.CancellationToken);
        Assert.Equal(0, second.Ran);
        Assert.Equal(first.Digest, second.Digest);
    }

    [Fact]
    public void AnInterruptedRunKeepsItsTrialsAndResumesToTheSameDigest()
    {
        var plan = MakePlan();
        using var whole = new MemoryStore();
        var expected = new SuiteRunner(whole, new FakeWork()).Run(plan, 1, new Silent(), TestContext.Current.CancellationToken).Digest;
        using var store = new MemoryStore();
        using var interrupt = new CancellationTokenSource();
        var ended = 0;
        var work = new FakeWork(_ =>
        {
            if (++ended == 11)
                interrupt.Cancel();
        });
        Assert.ThrowsAny<OperationCanceledException>(() => new SuiteRunner(store, work).Run(plan, 1, new Silent(), interrupt.Token));
        var kept = store.Count;
        Assert.InRange(kept, 10, 11);
        var resumed = new SuiteRunner(store, new FakeWork()).Run(plan, 2, new Silent(), TestContext.Current.CancellationToken);
        Assert.Equal(plan.Trials.Length - kept, resumed.Ran);
        Assert.Equal(expected, resumed.Digest);
    }

    [Fact]
    public void ATrialThatFailsLeavesThePlanWithoutADigest()
    {
        var plan = MakePlan();
        using var store = new MemoryStore();
        var outcome = new SuiteRunner(store, new FailingWork(plan.Trials[0].ResultKey)).Run(plan, 1, new Silent(), TestContext.Current.CancellationToken);
        Assert.Equal(1, outcome.Failed);
        Assert.Null(outcome.Digest);
        Assert.False(store.Has(plan.Trials[0].ResultKey));
        Assert.Equal("too large", outcome.Results[0].Error);
    }

    [Fact]
    public void StatesTellNewStoredAndStaleApart()
    {
        var plan = MakePlan();
        using var store = new MemoryStore();
        store.Append(SampleResults.Trial("x") with { Key = TrialKey.Of(plan.Trials[0]) });
        store.Append(SampleResults.Trial("y") with { Key = TrialKey.Of(plan.Trials[1]) with { ResultKey = "of another version" } });
        var states = new SuiteRunner(store, new FakeWork()).States(plan);
        Assert.Equal([TrialState.Stored, TrialState.Stale, TrialState.New], states.Take(3));
    }

    [Fact]
    public void AFitThatTakesTooLongFailsWithTheLimitNamed()
    {
        var suite = SampleSuite.Read(SampleSuite.With("time: 60 s", "time: 1 ms"));
        var plan = new Planner(new FixedInputs()).Make(suite, "cancer/svc/*");
        using var store = new MemoryStore();
        var outcome = new SuiteRunner(store, new PatientWork()).Run(plan, 1, new Silent(), TestContext.Current.CancellationToken);
        Assert.Equal(plan.Trials.Length, outcome.Failed);
        Assert.Contains("limit", outcome.Results[0].Error, StringComparison.Ordinal);
    }

    private sealed class FailingWork(string key) : ITrialWork
    {
        public void Run(FitGroup group, Action<TrialResult> ended, CancellationToken cancel)
        {
            foreach (var trial in group.Trials)
            {
                var result = SampleResults.Trial(trial.IdentityHash) with { Key = TrialKey.Of(trial) };
                ended(trial.ResultKey == key ? TrialResult.Failure(result.Key, "too large") : result);
            }
        }
    }

    // Waits for the limit, as long as it takes: no clock decides the test.
    private sealed class PatientWork : ITrialWork
    {
        public void Run(FitGroup group, Action<TrialResult> ended, CancellationToken cancel)
        {
            cancel.WaitHandle.WaitOne();
            cancel.ThrowIfCancellationRequested();
        }
    }
}
