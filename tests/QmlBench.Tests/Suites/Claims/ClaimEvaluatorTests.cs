using System.Collections.Immutable;
using QmlBench.Suites.Claims;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;

namespace QmlBench.Tests.Suites.Claims;

public sealed class ClaimEvaluatorTests
{
    // 20 test samples; the treatment gets `right` of them right, the control 10.
    private static ClaimOutcome Judge(Func<int, int> right, string text = SampleSuite.Text, Func<TrialResult, TrialResult>? change = null, string? only = null)
    {
        var plan = new Planner(new FixedInputs()).Make(SampleSuite.Read(text), only);
        var results = plan.Trials.Select(trial => Result(trial, trial.Case.Model.Name == "kernel" ? right(trial.Draw) : 10))
            .Select(result => change?.Invoke(result) ?? result)
            .ToList();
        return ClaimEvaluator.Evaluate(plan, results)[0];
    }

    private static TrialResult Result(Trial trial, int right)
    {
        var predictions = Enumerable.Range(0, 20)
            .Select(i => new Prediction(i, 1, i < right ? 1 : 0, i < right ? 1.0 : -1.0, 0.0, 1.0)).ToImmutableArray();
        return SampleResults.Trial(trial.IdentityHash) with
        {
            Key = TrialKey.Of(trial),
            Predictions = predictions,
            TestSamples = 20,
            TrainSamples = 30,
            Metrics = [new MetricValue("accuracy", right / 20.0)],
        };
    }

    [Fact]
    public void SupportedWhenTheIntervalLiesAboveTheMargin()
    {
        var outcome = Judge(draw => 14 + (draw % 2));
        Assert.Equal("supported", outcome.Verdict);
        Assert.False(outcome.AsExpected);
        Assert.True(outcome.Lower > outcome.Margin);
        Assert.Equal(8, outcome.Pairs);
    }

    [Fact]
    public void RefutedWhenItLiesBelow()
    {
        var outcome = Judge(draw => 8 + (draw % 2));
        Assert.Equal("refuted", outcome.Verdict);
        Assert.True(outcome.AsExpected);
        Assert.True(outcome.Effect < 0);
    }

    [Fact]
    public void EquivalentWhenItLiesWithin() => Assert.Equal("equivalent", Judge(_ => 10).Verdict);

    [Fact]
    public void InconclusiveWhenItReachesToBothSides() => Assert.Equal("inconclusive", Judge(draw => draw % 2 == 0 ? 5 : 16).Verdict);

    [Fact]
    public void InterimUntilAllPairsAreThere()
    {
        var outcome = Judge(_ => 15, change: result => result.Key.Draw == 7 ? TrialResult.Failure(result.Key, "no") : result);
        Assert.Equal("inconclusive", outcome.Verdict);
        Assert.Contains("interim 7 of 8", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void NotEvaluatedWhenLeftOut()
    {
        var outcome = Judge(_ => 15, only: "*/svc/*");
        Assert.Equal("not evaluated", outcome.Verdict);
        Assert.True(outcome.AsExpected);
    }

    [Fact]
    public void InvalidWhenTheArmsSawDifferentData()
    {
        var outcome = Judge(_ => 15, change: result => result.Key.Model == "svc"
            ? result with { Provenance = result.Provenance with { SplitHash = "another" } }
            : result);
        Assert.Equal("invalid", outcome.Verdict);
        Assert.Contains("different data", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void InvalidWhenBudgetsDiffer()
    {
        var outcome = Judge(_ => 15, change: result => result.Key.Model == "svc" ? result with { Tuning = result.Tuning[..1] } : result);
        Assert.Equal("invalid", outcome.Verdict);
        Assert.Contains("tuning budgets differ", outcome.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void InvalidWhenAScoreIsImpossible()
    {
        var outcome = Judge(_ => 15, change: result => result with { Metrics = [new MetricValue("accuracy", 0.9917)] });
        Assert.Equal("invalid", outcome.Verdict);
    }

    [Fact]
    public void LowerIsBetterTurnsTheDifferenceRound()
    {
        var text = SampleSuite.With("metric: accuracy", "metric: value_error")
            .Replace("control: { model: svc }", "control: { model: kernel, device: ideal, mitigation: readout }", StringComparison.Ordinal)
            .Replace("margin: 0.02", "margin: 0", StringComparison.Ordinal);
        var outcome = Judge(
            _ => 10, text, result => result with
            {
                Predictions = [.. result.Predictions.Select(one => one with
                {
                    Decision = one.IdealDecision + (0.01 * (result.Key.Draw + 1) * (result.Key.Mitigation == "readout" ? 3 : 1)),
                })],
            });
        Assert.Equal("supported", outcome.Verdict);
        Assert.Equal(0.02 * 4.5, outcome.Effect, 1e-12);
    }

    [Fact]
    public void RevisionFollowsTheTermsAlone()
    {
        var claim = SampleSuite.Read(SampleSuite.Text).Claims[0];
        Assert.Equal(ClaimEvaluator.Revision(claim), ClaimEvaluator.Revision(claim with { Name = "x", Statement = "y", Expect = "supported" }));
        Assert.NotEqual(ClaimEvaluator.Revision(claim), ClaimEvaluator.Revision(claim with { Pairs = 9 }));
        Assert.NotEqual(ClaimEvaluator.Revision(claim), ClaimEvaluator.Revision(claim with { Margin = 0.03 }));
    }
}
