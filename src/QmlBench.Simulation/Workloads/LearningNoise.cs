using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Workloads;

/// <summary>
/// Noise N of the learning workloads: depolarizing λ = 0.0005 after a one-qubit gate; after a CX, on each of its qubits, depolarizing
/// λ = 0.01, then relaxation (T1 100 us, T2 80 us, 0.3 us).
/// </summary>
internal static class LearningNoise
{
    /// <summary>Appends a gate and, if asked, its noise.</summary>
    internal static void Add(NoisyCircuitBuilder builder, Gate gate, ReadOnlySpan<int> qubits, ReadOnlySpan<Angle> angles, bool noise)
    {
        builder.Gate(gate, qubits, angles);
        if (!noise) return;
        if (qubits.Length == 1)
        {
            builder.Channel(StandardChannels.Depolarizing(0.0005, 1), qubits);
            return;
        }

        foreach (int qubit in qubits)
        {
            builder.Channel(StandardChannels.Depolarizing(0.01, 1), [qubit]);
            builder.Channel(StandardChannels.ThermalRelaxation(100e-6, 80e-6, 0.3e-6), [qubit], "relaxation");
        }
    }
}
