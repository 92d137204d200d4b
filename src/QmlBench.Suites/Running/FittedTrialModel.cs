using QmlBench.Learning.Models;
using QmlBench.Learning.Tuning;

namespace QmlBench.Suites.Running;

/// <summary>The fitted model of a group with all that its trials share.</summary>
/// <param name="Draw">The data.</param>
/// <param name="Model">The fitted model.</param>
/// <param name="Tuning">What tuning saw.</param>
/// <param name="Ideal">Its decisions on the test samples without noise and shots.</param>
/// <param name="Seconds">Seconds that tuning and training took.</param>
internal sealed record FittedTrialModel(DataDraw Draw, IFittedModel Model, TuningResult Tuning, Decisions Ideal, double Seconds);
