using System.Collections.Immutable;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Models;
using QmlBench.Learning.Tuning;
using QmlBench.Suites.Canonical;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Metrics;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;

namespace QmlBench.Suites.Running;

/// <summary>Turns what a trial computed into the primitives that are kept.</summary>
internal static class TrialResults
{
    public static TrialResult Make(
        Suite suite, Trial trial, FittedTrialModel fitted, Decisions decisions, ExecutorIdentity executor, double seconds)
    {
        var predictions = Predictions(fitted, decisions);
        var quantum = trial.Case.Model.Quantum;
        return new(
            TrialKey.Of(trial),
            null,
            predictions,
            [.. suite.Metrics.Select(name => new MetricValue(
                name, quantum || name != SuiteMetrics.ValueError ? SuiteMetrics.Compute(name, predictions.AsSpan()) : double.NaN))],
            Tuning(fitted.Tuning),
            fitted.Draw.Split.Train.Length,
            fitted.Draw.Split.Test.Length,
            FittedModel(fitted.Model).Text,
            Cost(fitted.Model.Training.Spent, fitted.Seconds),
            Cost(decisions.Spent, seconds),
            new(
                fitted.Draw.Dataset.Sha256,
                fitted.Draw.Split.Sha256,
                quantum ? executor.Hash : string.Empty,
                quantum ? executor.Name : "classical",
                ComponentVersions.Of(trial.Case, executor),
                decisions.Method?.Name ?? string.Empty,
                decisions.Method?.Why ?? string.Empty,
                Notices(fitted, decisions)));
    }

    private static ImmutableArray<Prediction> Predictions(FittedTrialModel fitted, Decisions decisions)
    {
        var values = decisions.Values.Span;
        var errors = decisions.StandardErrors.Span;
        var ideal = fitted.Ideal.Values.Span;
        var predictions = ImmutableArray.CreateBuilder<Prediction>(values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var sample = fitted.Draw.Split.Test[i];
            predictions.Add(new(
                sample,
                fitted.Draw.Dataset.Labels[sample],
                values[i] >= 0 ? 1 : 0,
                values[i],
                errors.IsEmpty ? 0.0 : errors[i],
                ideal[i]));
        }

        return predictions.MoveToImmutable();
    }

    private static ImmutableArray<TuningPoint> Tuning(TuningResult tuning) =>
    [
        .. tuning.Settings.Select((setting, i) => new TuningPoint(
            Settings(setting).Text, tuning.FoldScores[i], tuning.Means[i], i == tuning.BestIndex)),
    ];

    private static CanonicalJson Settings(Hyperparameters settings) =>
        CanonicalJson.Object([.. settings.Values.Select(pair => (pair.Key, (CanonicalJson)pair.Value))]);

    private static CanonicalJson FittedModel(IFittedModel model) => CanonicalJson.Object(
        ("converged", model.Training.Converged ? 1 : 0),
        ("figures", CanonicalJson.Object([.. model.Training.Figures.Select(pair => (pair.Key, CanonicalJson.Array(pair.Value)))])),
        ("kind", model.Model.Name),
        ("losses", CanonicalJson.Array(model.Training.Losses)),
        ("settings", Settings(model.Model.Settings)),
        ("steps", model.Training.Steps));

    private static CostRecord Cost(Ledger spent, double seconds) =>
        new(spent.Circuits, spent.Shots, spent.TwoQubitGates, spent.Depth, spent.DeviceSeconds, seconds);

    private static ImmutableArray<string> Notices(FittedTrialModel fitted, Decisions decisions) =>
    [
        .. fitted.Model.Training.Notices.Concat(decisions.Notices)
            .Select(notice => $"{notice.Source}: {notice.Text}").Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
    ];
}
