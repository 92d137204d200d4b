namespace QmlBench.Circuits.OpenQasm;

/// <summary>How much a text may ask for before it is refused; protects a program from a hostile or broken file.</summary>
/// <param name="Characters">Longest text.</param>
/// <param name="Nesting">Deepest nesting of brackets and blocks.</param>
/// <param name="Bits">Most qubits, and most classical bits.</param>
/// <param name="Operations">Most operations after broadcasting, unrolling and expanding.</param>
/// <param name="Errors">Errors after which reading stops.</param>
public sealed record QasmLimits(
    int Characters = 64_000_000, int Nesting = 200, int Bits = 100_000, int Operations = 1_000_000, int Errors = 100)
{
    /// <summary>The limits that apply where nothing else is said.</summary>
    public static QasmLimits Default { get; } = new();
}
