using System.Diagnostics;
using QmlBench.Emulation.Waist;
using QmlBench.Learning.Models;
using QmlBench.Learning.Tuning;
using QmlBench.Numerics.Randomness;
using QmlBench.Suites.Definition;
using QmlBench.Suites.Planning;
using QmlBench.Suites.Results;

namespace QmlBench.Suites.Running;

/// <summary>Tunes and trains the model of a group once, then evaluates it for every device and mitigation of the group.</summary>
public sealed class FitGroupWork(ExecutorPool executors) : ITrialWork
{
    /// <inheritdoc/>
    public void Run(FitGroup group, Action<TrialResult> ended, CancellationToken cancel)
    {
        FittedTrialModel fitted;
        try
        {
            fitted = Fit(group.Suite, group.First, cancel);
        }
        catch (Exception error) when (IsRefusal(error))
        {
            foreach (var trial in group.Trials)
                ended(TrialResult.Failure(TrialKey.Of(trial), error.Message));
            return;
        }

        var fidelities = new CircuitFidelities(executors, fitted);
        foreach (var trial in group.Trials)
        {
            cancel.ThrowIfCancellationRequested();
            ended(Evaluate(group.Suite, trial, fitted, fidelities, cancel));
        }
    }

    private FittedTrialModel Fit(Suite suite, Trial trial, CancellationToken cancel)
    {
        var watch = Stopwatch.StartNew();
        var draw = DataDraw.Of(suite, trial);
        var space = Space(trial.Case);
        var context = Context(suite, trial, cancel);
        var tuning = GridSearch.Run(
            space, new(Settings(trial.Case.Model), trial.Case.Model.Grid), draw.Train, trial.Case.Model.Folds, context);
        var model = space.Create(tuning.Best).Fit(draw.Train, context);
        var seconds = watch.Elapsed.TotalSeconds;
        var exact = new EvaluationContext(
            executors.Ideal, Budget.ExactValue, new(StreamKey.Root(suite.Seed, "ideal")), cancel);
        return new(draw, model, tuning, model.Decide(draw.Test.Features, exact), seconds);
    }

    private TrainingContext Context(Suite suite, Trial trial, CancellationToken cancel)
    {
        StreamKey Key(string purpose) => DataDraw.Key(suite, trial.Case.Dataset, purpose)
            .Derive("draw", trial.Draw).Derive("train seed", trial.Repeat);
        return new(executors.Training, Key("initialisation"), Key("batches"), cancel);
    }

    private static PreprocessedSpace Space(Case one)
    {
        var space = ModelCatalogue.Find(one.Model.Kind)
            ?? throw new InvalidOperationException($"Bug in QmlBench: model '{one.Model.Kind}' passed the checks but is not in the catalogue.");
        return new(space, DataDraw.Entry(one.Dataset).Preprocessing(one.Dataset.Features));
    }

    private static Hyperparameters Settings(ModelSpec model) =>
        Hyperparameters.Of([.. model.Settings.Select(pair => (pair.Key, pair.Value))]);

    private TrialResult Evaluate(
        Suite suite, Trial trial, FittedTrialModel fitted, CircuitFidelities fidelities, CancellationToken cancel)
    {
        var programs = trial.Case.Device is { } device ? executors.For(device, trial.Case.Mitigation) : executors.Ideal;
        var streams = new RowStreams(StreamKey.Root(suite.Seed, "trial").Derive(trial.IdentityHash));
        var watch = Stopwatch.StartNew();
        try
        {
            var context = new EvaluationContext(programs, executors.Budget, streams, cancel);
            var decisions = fitted.Model.Decide(fitted.Draw.Test.Features, context);
            var result = TrialResults.Make(suite, trial, fitted, decisions, programs.Executor.Identity, watch.Elapsed.TotalSeconds);
            return result with { Fidelity = fidelities.Of(trial, context, decisions.Method) };
        }
        catch (Exception error) when (IsRefusal(error))
        {
            return TrialResult.Failure(TrialKey.Of(trial), error.Message);
        }
    }

    // What a suite can ask and a part can refuse; anything else is a fault of the program and ends the run.
    private static bool IsRefusal(Exception error) => error is ExecutionRefusedException or TrainingFailedException or ArgumentException;
}
