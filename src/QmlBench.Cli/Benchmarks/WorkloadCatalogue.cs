using System.Collections.Immutable;
using System.Globalization;
using QmlBench.Circuits.Source;
using QmlBench.Simulation.States;
using QmlBench.Simulation.Workloads;

namespace QmlBench.Cli.Benchmarks;

/// <summary>The workloads by name, the registers they take, and what is refused before anything is allocated.</summary>
internal static class WorkloadCatalogue
{
    private static readonly ImmutableArray<string> Supported = ["W1", "W2", "W3", "W4", "W5", "L2", "L3", "L4"];
    private static readonly ImmutableArray<string> Later = ["W6", "W7", "L1"];

    /// <summary>Names of the workloads there are.</summary>
    public static string Names => string.Join(", ", Supported);

    /// <summary>Makes a workload, its program compiled.</summary>
    /// <param name="name">W1 to W5, L2 to L4.</param>
    /// <param name="qubits">Number of qubits, or null for the workload's usual register.</param>
    /// <param name="memory">Bytes there are.</param>
    /// <exception cref="RefusedException">No such workload, a register it does not take, or one that does not fit.</exception>
    public static Workload Make(string name, int? qubits, long memory) => name switch
    {
        "W1" => new DensityWorkload(Density(name, qubits ?? 10, memory), noise: true),
        "W2" => new DensityWorkload(Density(name, qubits ?? 10, memory), noise: false),
        "W3" => new VectorWorkload(Vector(name, qubits ?? 20, memory)),
        "W4" when Among(name, qubits, AnsatzWorkload.BatchQubits) > 0 => new BatchWorkload(),
        "W5" => new TrajectoryWorkload(Trajectories(name, qubits ?? 20, memory)),
        "L2" when Among(name, qubits, KernelWorkload.NoisyQubits) > 0 => new MixedKernelWorkload(),
        "L3" when Among(name, qubits, KernelWorkload.PureQubits) > 0 => new PureKernelWorkload(),
        "L4" => new SlopeWorkload(Among(name, qubits, [.. GradientWorkload.Reference.Keys.OrderDescending()])),
        _ => throw new RefusedException(Unknown(name)),
    };

    private static string Unknown(string name)
    {
        if (Later.Contains(name))
            return $"The workload {name} is not supported yet; there are {Names}.";
        var nearest = Suggestion.Nearest(name, Supported);
        return $"There is no workload '{name}'" + (nearest is null ? $"; there are {Names}." : $"; did you mean '{nearest}'?");
    }

    // A density matrix, all probabilities, and what the program itself takes.
    private static int Density(string name, int qubits, long memory) =>
        Fitting(name, qubits, DensityState.MostQubits, Math.ScaleB(8.0, qubits) * (Math.ScaleB(1.0, qubits) + 1.0), memory);

    // Real and imaginary parts, and all probabilities.
    private static int Vector(string name, int qubits, long memory) =>
        Fitting(name, qubits, StateVector.MostQubits, Math.ScaleB(24.0, qubits), memory);

    // Two states: the error-free trajectory, and the one that leaves it.
    private static int Trajectories(string name, int qubits, long memory) =>
        Fitting(name, qubits, StateVector.MostQubits, Math.ScaleB(32.0, qubits), memory);

    private static int Fitting(string name, int qubits, int most, double bytes, long memory)
    {
        if (qubits < 1)
            throw new RefusedException($"{name} takes 1 to {most} qubits, not {qubits}.");
        if (qubits > most || bytes > memory)
            throw new RefusedException(string.Create(CultureInfo.InvariantCulture,
                $"{name} on {qubits} qubits takes {bytes:G4} bytes; ")
                + (qubits > most ? $"the engine takes at most {most} qubits." : $"there are {memory}. Choose a smaller register."));
        return qubits;
    }

    // The first is the usual one.
    private static int Among(string name, int? qubits, params ReadOnlySpan<int> sizes)
    {
        if (qubits is null)
            return sizes[0];
        if (sizes.Contains(qubits.Value))
            return qubits.Value;
        throw new RefusedException($"{name} is defined on {string.Join(", ", sizes.ToArray().Order())} qubits, not on {qubits}.");
    }
}
