using QmlBench.Circuits.Observables;

namespace QmlBench.Emulation.Waist;

/// <summary>What a program will be asked; anything else it refuses.</summary>
/// <param name="Observables">The observables, on logical qubits; null when none will be asked.</param>
/// <param name="Asked">Bitstrings, gradients, kernels.</param>
/// <param name="Budget">The budget a row will have; decides, with the limits, the method.</param>
/// <param name="Limits">Limits that may change the method.</param>
public sealed record Request(ObservableSet? Observables, Asked Asked, Budget Budget, Limits Limits);
