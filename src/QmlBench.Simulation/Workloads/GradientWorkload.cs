using System.Collections.Frozen;
using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Workloads;

/// <summary>Workload L4: ⟨Z₀⟩ and its gradient by all angles of the circuit of W1 with the noise of the learning workloads.</summary>
/// <remarks>8, 5, 4 layers for 4, 6, 8 qubits; angles U(540000 + n, 0, 2π).</remarks>
public static class GradientWorkload
{
    /// <summary>By number of qubits: layers, ⟨Z₀⟩, its first three derivatives, norm of the gradient.</summary>
    public static FrozenDictionary<int, (int Layers, double Value, ImmutableArray<double> FirstSlopes, double Norm)> Reference { get; } =
        new Dictionary<int, (int Layers, double Value, ImmutableArray<double> FirstSlopes, double Norm)>
        {
            [4] = (8, -0.386510639080, [-0.136852882731, -0.049640699858, 0.159300925742], 0.649374091969),
            [6] = (5, -0.049315726581, [-0.154965744106, -0.016932936139, -0.055617912485], 0.682929874470),
            [8] = (4, 0.054473157849, [0.023261265949, -0.020186582635, -0.066421072161], 0.713472504406),
        }.ToFrozenDictionary();

    /// <summary>The circuit, with every angle a parameter.</summary>
    public static NoisyCircuit Circuit(int qubits)
    {
        int layers = Reference[qubits].Layers, next = 0;
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(qubits, 0, Enumerable.Range(0, 2 * qubits * layers).Select(static i => $"t{i}"));
        for (int layer = 0; layer < layers; layer++)
        {
            for (int q = 0; q < qubits; q++)
            {
                LearningNoise.Add(builder, StandardGates.RY, [q], [Angle.Parameter(next++)], noise: true);
                LearningNoise.Add(builder, StandardGates.RZ, [q], [Angle.Parameter(next++)], noise: true);
            }

            for (int q = 0; q + 1 < qubits; q++) LearningNoise.Add(builder, StandardGates.CX, [q, q + 1], [], noise: true);
        }

        return builder.Build();
    }

    /// <summary>The angles.</summary>
    public static double[] Row(int qubits) =>
        WorkloadNumbers.Uniform((ulong)(540000 + qubits), 2 * qubits * Reference[qubits].Layers, 0.0, 2.0 * Math.PI);
}
