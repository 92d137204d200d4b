using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Programs;
using QmlBench.Simulation.States;

namespace QmlBench.Emulation.Engines;

/// <summary>The exact density matrix as Pauli coefficients.</summary>
internal sealed class DensityEngine(NoisyCircuit circuit, int threads) : IEngine
{
    private readonly DensityProgram _program = DensityProgram.Compile(circuit);

    public double[] Expectations(double[] dense, int rows, EffectSet effects, CancellationToken cancel)
    {
        var values = new double[rows * effects.Count];
        _program.Expectations(dense, rows, effects, values, threads, cancel);
        return values;
    }

    public double[] Outcomes(double[] dense, int rows, CancellationToken cancel)
    {
        var values = new double[(long)rows << circuit.ClbitCount];
        _program.RecordedProbabilities(dense, rows, values, threads, cancel);
        return values;
    }
}
