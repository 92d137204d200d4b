using QmlBench.Learning.Datasets;
using QmlBench.Learning.Models;
using QmlBench.Learning.Preprocessing;
using QmlBench.Numerics;

namespace QmlBench.Learning.Baselines;

/// <summary>Logistic regression with C fixed.</summary>
internal sealed record LogisticRegressionModel(string Name, Hyperparameters Settings) : IModel
{
    public ModelFamily Family => ModelFamily.Classical;

    public IFittedModel Fit(LabelledData train, TrainingContext context)
    {
        var scaler = new StandardScaler().Fit(train.Features);
        var solution = LogisticSolver.Solve(scaler.Apply(train.Features), train.Signs(Name), new(Settings["C"]), context.Cancel);
        return new Fitted(this, scaler, solution);
    }

    private sealed record Fitted(IModel Model, IFittedTransform Scaler, LogisticSolution Solution) : IFittedModel
    {
        public TrainingRecord Training => TrainingRecord.Solved(
            Solution.Iterations, ("intercept", [Solution.Intercept]), ("weights", Solution.Weights));

        public Decisions Decide(FeatureMatrix samples, EvaluationContext context)
        {
            var scaled = Scaler.Apply(samples);
            var values = new double[samples.Rows];
            var probabilities = new double[samples.Rows];
            for (var row = 0; row < values.Length; row++)
            {
                values[row] = LaneSum.Dot(scaled.Row(row), Solution.Weights.AsSpan()) + Solution.Intercept;
                var tail = Elementary.Exp(-Math.Abs(values[row]));
                probabilities[row] = values[row] >= 0 ? 1 / (1 + tail) : tail / (1 + tail);
            }

            return Decisions.Classical(values, probabilities);
        }
    }
}
