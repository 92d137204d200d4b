namespace QmlBench.Circuits.Drawing;

/// <summary>How strongly an operation is coloured on a time axis, and what is said about it.</summary>
/// <param name="Strength">0 (none) to 1 (full colour).</param>
/// <param name="Tip">Shown beside its name when it is pointed at; may be empty.</param>
public readonly record struct OperationTint(double Strength, string Tip);
