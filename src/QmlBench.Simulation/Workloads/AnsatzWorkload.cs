using System.Collections.Frozen;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Noisy;

namespace QmlBench.Simulation.Workloads;

/// <summary>
/// Workloads W1 to W5: a hardware-efficient ansatz. Per layer RY and RZ on each qubit, then CX from each qubit to the next.
/// </summary>
/// <remarks>
/// Noise (W1, W4): depolarizing λ = 0.001 after each one-qubit gate; after each CX depolarizing λ = 0.01 on the pair, then relaxation
/// (T1 100 us, T2 80 us, 300 ns) on both. Asked are ⟨Z₀⟩ and all probabilities. W2 is W1 without noise, W3 the same on a state vector;
/// W4 is 1000 rows of W1 with 3 layers on 4 qubits; W5 is W1 with 5 layers on large registers, all ⟨Z_q⟩ by trajectories.
/// Angles 2πu of splitmix64 from 20260000 + 1000000·n, for row i of W4 plus i.
/// </remarks>
public static class AnsatzWorkload
{
    /// <summary>Layers of W1, W2 and W3.</summary>
    public const int Layers = 10;

    /// <summary>Qubits of W4.</summary>
    public const int BatchQubits = 4;

    /// <summary>Layers of W4.</summary>
    public const int BatchLayers = 3;

    /// <summary>Rows of W4.</summary>
    public const int BatchRows = 1000;

    /// <summary>⟨Z₀⟩ of W1 by number of qubits, to 15 digits.</summary>
    public static FrozenDictionary<int, double> NoisyReference { get; } = new Dictionary<int, double>
    {
        [4] = 0.285507051165611,
        [6] = -0.029963801067876,
        [8] = -0.055746018988033,
        [10] = -0.002220093595517,
        [11] = 0.006941751805686,
        [12] = 0.100487764216306,
        [13] = 0.016976876658310,
    }.ToFrozenDictionary();

    /// <summary>⟨Z₀⟩ of W2 and W3 by number of qubits.</summary>
    public static FrozenDictionary<int, double> PureReference { get; } = new Dictionary<int, double>
    {
        [10] = -0.002518191110974,
        [16] = -0.032174946848398,
        [20] = -0.169950873219244,
    }.ToFrozenDictionary();

    /// <summary>Layers of W5.</summary>
    public const int TrajectoryLayers = 5;

    /// <summary>⟨Z₀⟩, ⟨Z₁⟩, … of W5 by number of qubits: those whose backward cone, one qubit wider a layer, is small enough for exact
    /// simulation.</summary>
    public static FrozenDictionary<int, double[]> TrajectoryReference { get; } = new Dictionary<int, double[]>
    {
        [8] = [0.37060813769657, 0.04994531865225, 0.05207951811381, -0.03634136135283, -0.05570287464317],
        [10] = [0.01433480371417, 0.25699651045108, -0.06708254807085, -0.03242220340426, 0.01283788193229],
        [12] =
        [
            0.28775231170419, 0.08131999075406, -0.15423255402996, 0.00913042940975, 0.08594110705900, -0.046314622922, 0.027651012786,
            0.008633163635, -0.000251321379, 0.005025735785, 0.008879429865, -0.002256003284,
        ],
        [16] = [-0.23512093133319, 0.16065531786932, -0.03223048838197, 0.05163377596905, 0.08423469136192, -0.0015322659089],
        [20] = [-0.05597127519010, -0.05324769185609, -0.03262742257714, 0.04645540765617, -0.00855681607414],
        [22] = [0.04692588761135, 0.03261010574332, -0.01055716741572, 0.04373088541678, 0.03742216171724],
        [24] = [-0.09214322898786, 0.01795468172735, -0.01513834938445, -0.04963809028876, 0.01469975289875],
    }.ToFrozenDictionary();

    /// <summary>Sum of ⟨Z₀⟩ over the rows of W4.</summary>
    public static double BatchReference => -2.620428227525;

    /// <summary>The circuit, with every angle a parameter in the order of use.</summary>
    public static NoisyCircuit Circuit(int qubits, int layers, bool noise)
    {
        NoisyCircuitBuilder builder = NoisyCircuit.Builder(qubits, 0, Enumerable.Range(0, 2 * qubits * layers).Select(static i => $"t{i}"));
        int next = 0;
        for (int layer = 0; layer < layers; layer++)
        {
            for (int q = 0; q < qubits; q++)
            {
                AddRotation(builder, StandardGates.RY, q, next++, noise);
                AddRotation(builder, StandardGates.RZ, q, next++, noise);
            }

            for (int q = 0; q + 1 < qubits; q++) AddCoupling(builder, q, noise);
        }

        return builder.Build();
    }

    /// <summary>The angles of W1, W2, W3 (<paramref name="item"/> 0) or of one row of W4 (1 to 1000).</summary>
    public static double[] Row(int qubits, int layers, int item = 0) =>
        WorkloadNumbers.Uniform((ulong)(20260000L + (1000000L * qubits) + item), 2 * qubits * layers, 0.0, 2.0 * Math.PI);

    /// <summary>All rows of W4, row-major.</summary>
    public static double[] BatchTable() =>
        [.. Enumerable.Range(1, BatchRows).SelectMany(static i => Row(BatchQubits, BatchLayers, i))];

    private static void AddRotation(NoisyCircuitBuilder builder, Gate gate, int qubit, int parameter, bool noise)
    {
        builder.Gate(gate, [qubit], [Angle.Parameter(parameter)]);
        if (noise) builder.Channel(StandardChannels.Depolarizing(0.001, 1), [qubit]);
    }

    private static void AddCoupling(NoisyCircuitBuilder builder, int control, bool noise)
    {
        builder.Gate(StandardGates.CX, [control, control + 1]);
        if (!noise) return;
        builder.Channel(StandardChannels.Depolarizing(0.01, 2), [control, control + 1]);
        PauliTransferMatrix relaxation = StandardChannels.ThermalRelaxation(100e-6, 80e-6, 300e-9);
        builder.Channel(relaxation, [control], "relaxation").Channel(relaxation, [control + 1], "relaxation");
    }
}
