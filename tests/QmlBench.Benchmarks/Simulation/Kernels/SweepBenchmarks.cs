using BenchmarkDotNet.Attributes;
using QmlBench.Circuits;
using QmlBench.Circuits.Gates;
using QmlBench.Simulation.Channels;
using QmlBench.Simulation.Kernels;
using QmlBench.Simulation.Noisy;
using QmlBench.Simulation.Plans;

namespace QmlBench.Benchmarks.Simulation.Kernels;

/// <summary>One sweep over the 4¹⁰ coefficients of a density matrix, by what the block does and where its qubits stand.</summary>
[MemoryDiagnoser]
public class SweepBenchmarks
{
    private const int Qubits = 10;
    private PlanRunner _runner = null!;
    private AlignedBuffer _state = null!;

    /// <summary>What the block does.</summary>
    public enum Block
    {
        /// <summary>Two one-qubit rotations.</summary>
        Rotations,

        /// <summary>A controlled X: a signed permutation.</summary>
        Permutation,

        /// <summary>A controlled X between rotations, then depolarizing and relaxation: a block of W1.</summary>
        Noisy,

        /// <summary>A controlled rotation: a dense map.</summary>
        Dense,
    }

    /// <summary>What the block does.</summary>
    [Params(Block.Rotations, Block.Permutation, Block.Noisy, Block.Dense)]
    public Block Kind { get; set; }

    /// <summary>The lower of its two neighbouring qubits.</summary>
    [Params(0, 2, 7)]
    public int Lowest { get; set; }

    /// <summary>Plans the block.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var builder = new PlanBuilder(new RegisterShape(false, Qubits));
        var gates = new GateExpansion(builder);
        int[] pair = [Lowest, Lowest + 1];
        if (Kind is Block.Rotations or Block.Noisy)
            foreach (int q in pair) gates.Add(StandardGates.RY, [Angle.Parameter(0)], [q]);
        if (Kind is Block.Permutation or Block.Noisy) gates.Add(StandardGates.CX, [], pair);
        if (Kind == Block.Dense) gates.Add(StandardGates.CRX, [Angle.Parameter(0)], pair);
        if (Kind == Block.Noisy)
        {
            builder.Add(TrigonometricMap.Constant(StandardChannels.Depolarizing(0.01, 2)), pair);
            foreach (int q in pair) builder.Add(TrigonometricMap.Constant(StandardChannels.ThermalRelaxation(100, 80, 0.3)), [q]);
        }

        _runner = new PlanRunner(builder.Build(NoisyCircuit.Builder(Qubits).Build()), 1);
        _runner.Bind([0.4], 1);
        _state = new AlignedBuffer(1 << (2 * Qubits));
        StateKernel.SetZero(_state.Span, Qubits, 1);
    }

    /// <summary>The sweep.</summary>
    [Benchmark]
    public void Forward() => _runner.Forward(_state, 1);
}
