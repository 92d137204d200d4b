using System.Collections.Immutable;
using QmlBench.Emulation.Budgets;
using QmlBench.Emulation.Waist;

namespace QmlBench.Cli.Output;

/// <summary>Everything <c>diagnose</c> prints.</summary>
/// <param name="Budget">The noise budget.</param>
/// <param name="Program">The compiled circuit.</param>
/// <param name="Present">Its place, as the search for others judges it; null if none was asked for.</param>
/// <param name="Better">Better places, the best first.</param>
/// <param name="Rows">Most rows of a table.</param>
/// <param name="Seconds">Seconds it took.</param>
internal sealed record DiagnosisResult(
    NoiseBudget Budget, IProgram Program, Remapping? Present, ImmutableArray<Remapping> Better, int Rows, double Seconds);
