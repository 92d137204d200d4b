using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Engines;

/// <summary>One simulated circuit, whatever represents its state. Rows are dense tables in order of the circuit's parameters.</summary>
internal interface IEngine
{
    /// <summary>Values of effects on the simulated qubits, index row · effects + k.</summary>
    double[] Expectations(double[] dense, int rows, EffectSet effects, CancellationToken cancel);

    /// <summary>Probabilities of the classical bits of every row, readout included; index row · 2^bits + outcome.</summary>
    double[] Outcomes(double[] dense, int rows, CancellationToken cancel);
}
