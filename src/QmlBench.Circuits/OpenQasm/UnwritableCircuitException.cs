namespace QmlBench.Circuits.OpenQasm;

/// <summary>A circuit holds something that the language or dialect asked for cannot say; the message names it and the remedy.</summary>
/// <param name="message">What cannot be said, where it stands in the circuit, and what to do.</param>
public sealed class UnwritableCircuitException(string message) : Exception(message);
