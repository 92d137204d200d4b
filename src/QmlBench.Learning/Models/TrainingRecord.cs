using System.Collections.Immutable;
using QmlBench.Emulation.Waist;

namespace QmlBench.Learning.Models;

/// <summary>How training went: what is stored beside a trained model.</summary>
/// <param name="Steps">Steps of the optimiser or solver.</param>
/// <param name="Converged">Whether the stopping condition was met; false means that the bound on steps ended it.</param>
/// <param name="Losses">Loss before each step, for models trained by steps; else empty.</param>
/// <param name="Figures">The fitted numbers by name (weights, dual coefficients, intercept), names ascending.</param>
/// <param name="Spent">What the executor spent on training; zero for classical models.</param>
/// <param name="Notices">What the reader of a result must know.</param>
public sealed record TrainingRecord(
    int Steps,
    bool Converged,
    ImmutableArray<double> Losses,
    ImmutableSortedDictionary<string, ImmutableArray<double>> Figures,
    Ledger Spent,
    ImmutableArray<Notice> Notices)
{
    /// <summary>The record of a model that is solved rather than trained by steps.</summary>
    /// <param name="steps">Steps of the solver.</param>
    /// <param name="figures">The fitted numbers by name.</param>
    public static TrainingRecord Solved(int steps, params (string Name, ImmutableArray<double> Values)[] figures) =>
        new(steps, true, [], Table(figures), default, []);

    /// <summary>Figures by name, names in ordinal order.</summary>
    public static ImmutableSortedDictionary<string, ImmutableArray<double>> Table(
        params (string Name, ImmutableArray<double> Values)[] figures) =>
        figures.ToImmutableSortedDictionary(figure => figure.Name, figure => figure.Values, StringComparer.Ordinal);
}
