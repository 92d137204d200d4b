namespace QmlBench.Transpilation;

/// <summary>What a compilation did, for people and records. Deterministic: no times.</summary>
/// <param name="Effort">Effort asked for; −1 for a circuit taken as written.</param>
/// <param name="Before">Figures of the input.</param>
/// <param name="After">Figures of the native circuit.</param>
/// <param name="LayoutMethod">How the qubits were chosen.</param>
/// <param name="Swaps">Swaps that routing inserted; they are merged into neighbouring gates where that saves gates.</param>
/// <param name="PredictedSuccess">
/// Product of 1 − error over all gates and measurements with figures; idling is not counted (the published tables' definition).
/// </param>
public sealed record CompileFacts(
    int Effort, CircuitCounts Before, CircuitCounts After, string LayoutMethod, int Swaps, double PredictedSuccess)
{
    /// <summary>Those of a candidate: it has no counts and no success product yet.</summary>
    internal static CompileFacts NotCounted(string layoutMethod, int swaps) => new(-1, _none, _none, layoutMethod, swaps, double.NaN);

    private static readonly CircuitCounts _none = new(0, 0, 0, 0);
}
