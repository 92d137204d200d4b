using System.Collections.Immutable;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Workloads;

/// <summary>
/// Workloads L2 and L3: a 300 × 300 fidelity kernel of the ZZ feature map, 2 repetitions, linear; noisy on 5 qubits, ideal on 8.
/// </summary>
/// <remarks>
/// Per repetition h and p(2x_q) on each qubit, then for each neighbour cx, p(2(π − x_q)(π − x_q+1)), cx. K[i][j] is the probability of
/// all zeros after U(x_i) and then the reversed list with opposite angles for x_j.
/// </remarks>
public static class KernelWorkload
{
    /// <summary>Rows of the table.</summary>
    public const int Rows = 300;

    /// <summary>Repetitions of the feature map.</summary>
    public const int Repetitions = 2;

    /// <summary>Qubits of L2.</summary>
    public const int NoisyQubits = 5;

    /// <summary>Qubits of L3.</summary>
    public const int PureQubits = 8;

    /// <summary>Sum of all entries of L2, and of those on the diagonal.</summary>
    public static (double Sum, double Trace) NoisyReference => (3508.38232212, 172.580257609);

    /// <summary>Some entries K[i][j] of L2; noise makes it a little unsymmetric.</summary>
    public static ImmutableArray<(int I, int J, double Value)> NoisyEntries { get; } =
        [(0, 0, 0.560792198986), (0, 1, 0.063455530926), (1, 0, 0.063449163425), (299, 0, 0.071587370112)];

    /// <summary>Sum of all entries of L3, and K[0][1].</summary>
    public static (double Sum, double FirstOffDiagonal) PureReference => (764.400275692, 0.00141364588523);

    /// <summary>One half of the kernel circuit.</summary>
    /// <param name="qubits">Number of qubits.</param>
    /// <param name="noise">Whether each gate has its noise.</param>
    /// <param name="inverse">False for U(x), true for the reversed list with opposite angles.</param>
    public static NoisyCircuit Half(int qubits, bool noise, bool inverse)
    {
        List<(Gate Gate, int[] Qubits, Angle[] Angles)> gates = [.. Enumerable.Range(0, Repetitions).SelectMany(_ => Repetition(qubits))];
        if (inverse) gates.Reverse();
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(qubits, 0, Enumerable.Range(0, qubits).Select(static i => $"x{i}"));
        foreach ((Gate gate, int[] operands, Angle[] angles) in gates)
            LearningNoise.Add(builder, gate, operands, inverse ? [.. angles.Select(static a => -a)] : angles, noise);
        return builder.Build();
    }

    /// <summary>The data: U(520001 or 530001, 0, 2).</summary>
    public static double[] Table(int qubits) =>
        WorkloadNumbers.Uniform(qubits == NoisyQubits ? 520001UL : 530001UL, Rows * qubits, 0.0, 2.0);

    private static IEnumerable<(Gate Gate, int[] Qubits, Angle[] Angles)> Repetition(int qubits)
    {
        for (int q = 0; q < qubits; q++) yield return (StandardGates.H, [q], []);
        for (int q = 0; q < qubits; q++) yield return (StandardGates.P, [q], [2.0 * Angle.Parameter(q)]);
        for (int q = 0; q + 1 < qubits; q++)
        {
            yield return (StandardGates.CX, [q, q + 1], []);
            yield return (StandardGates.P, [q + 1], [2.0 * (Math.PI - Angle.Parameter(q)) * (Math.PI - Angle.Parameter(q + 1))]);
            yield return (StandardGates.CX, [q, q + 1], []);
        }
    }
}
