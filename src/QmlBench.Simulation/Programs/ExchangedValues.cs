using System.Collections.Immutable;

namespace QmlBench.Simulation.Programs;

/// <summary>Values of linear functions of the final state.</summary>
/// <param name="Values">Of the circuit as it is, by function.</param>
/// <param name="Exchanged">For each exchange, with it alone made, by function.</param>
public sealed record ExchangedValues(ImmutableArray<double> Values, ImmutableArray<ImmutableArray<double>> Exchanged);
