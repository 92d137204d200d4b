namespace QmlBench.Simulation.States;

/// <summary>One term of a function of a state.</summary>
/// <param name="Index">Index of the Pauli, Σ digit·4^q.</param>
/// <param name="Weight">Its weight.</param>
public readonly record struct EffectTerm(long Index, double Weight);
